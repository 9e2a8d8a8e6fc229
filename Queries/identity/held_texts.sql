-- Grain: field or free text that a record with an organisation holds, each once; a free text is held as `text`.
-- Inputs: record, record_field, answer, coded_text.
with held as (
    select record_id, field as held_as, value from record_field
    union
    select record_id, 'text', text from answer where text is not null
    union
    select record_id, 'text', text from coded_text
)
select
    record.organization_id,
    record.source_file,
    record.source_sheet,
    record.source_row,
    held.held_as,
    held.value
from held
join record using (record_id)
where record.organization_id is not null
order by record.record_id, held.held_as, held.value
