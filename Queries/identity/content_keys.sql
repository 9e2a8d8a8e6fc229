-- Grain: record with an organisation; the content by which it is known again, in the order in which records name one.
-- Inputs: record.
select
    content_key,
    organization_id,
    source_file,
    coalesce(source_sheet, '') as source_sheet,
    source_row
from record
where organization_id is not null
order by wave_id, record_id
