-- Grain: record with an organisation, of this wave and of earlier ones (whose files are named with their wave); the
-- content by which a person's decision knows it.
-- Inputs: record, earlier_record.
select
    content_key,
    organization_id,
    source_file,
    coalesce(source_sheet, '') as source_sheet,
    source_row
from record
where organization_id is not null
union all
select
    content_key,
    organization_id,
    wave_id || ':' || source_file,
    coalesce(source_sheet, ''),
    source_row
from earlier_record
