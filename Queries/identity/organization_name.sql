-- Grain: name of the organisation with the id :id, as this wave or the latest earlier one has it; one row, or none.
-- Inputs: organization, earlier_record.
select name
from (
    select name, '9999' as as_of, 0 as position from organization where organization_id = :id
    union all
    select name, as_of, -earlier_record_id from earlier_record where organization_id = :id
)
order by as_of desc, position desc
limit 1
