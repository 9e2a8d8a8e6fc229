-- Every record with a name belongs to an organisation.
select record.record_id
from record
join record_field using (record_id)
where record_field.field = 'name' and record.organization_id is null
