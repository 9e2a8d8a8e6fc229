insert into record_field values (12, 'name', '名のある行', 0);
