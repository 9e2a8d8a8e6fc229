delete from record_field where record_id = 2;
delete from record where record_id = 2;
