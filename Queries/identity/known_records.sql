-- Grain: record with an organisation, of this wave and of earlier ones; what serves to know the organisation again.
-- Inputs: record, record_field, wave, source, earlier_record.
select
    record.organization_id,
    record.wave_id,
    wave.as_of,
    record.source_file,
    record.source_sheet,
    record.source_row,
    record.role,
    record.content_key,
    source.retain_until,
    max(record_field.value) filter (where record_field.field = 'name') as name,
    max(record_field.value) filter (where record_field.field = 'address') as address,
    max(record_field.value) filter (where record_field.field = 'postal_code') as postal_code,
    max(record_field.value) filter (where record_field.field = 'telephone') as telephone,
    max(record_field.value) filter (where record_field.field = 'email') as email,
    max(record_field.value) filter (where record_field.field = 'representative') as representative,
    max(record_field.value) filter (where record_field.field = 'corporate_number') as corporate_number
from record
join wave using (wave_id)
join record_field using (record_id)
left join source
    on source.wave_id = record.wave_id
    and source.file = record.source_file
    and source.sheet is record.source_sheet
where record.organization_id is not null
group by record.record_id
union all
select
    organization_id, wave_id, as_of, source_file, source_sheet, source_row, role, content_key, retain_until, name, address,
    postal_code, telephone, email, representative, corporate_number
from earlier_record
order by as_of, wave_id, source_file, source_sheet, source_row
