-- Grain: organisation, with where it stands and what the list of those asked notes of it; notes with a line break between.
-- Inputs: organization, record, record_field.
with notes as (
    select record.organization_id, group_concat(record_field.value, char(10)) as notes
    from record
    join record_field using (record_id)
    where record.role = 'frame' and record_field.field = 'note'
    group by record.organization_id
)

select
    organization.organization_id,
    organization.name,
    coalesce(organization.legal_form, '') as legal_form,
    organization.is_in_frame,
    organization.is_member,
    organization.has_responded,
    organization.is_location_withheld,
    coalesce(notes.notes, '') as notes
from organization
left join notes using (organization_id)
order by organization.organization_id
