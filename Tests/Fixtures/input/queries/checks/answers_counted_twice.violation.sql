update record set counts = 1 where record_id = 9;
