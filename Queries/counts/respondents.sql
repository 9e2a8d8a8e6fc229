-- Grain: answer that counts of an organisation that was asked (:wave_id), with what weights are made of.
-- Inputs: record, organization.
select
    record.record_id,
    record.organization_id,
    coalesce(organization.organization_type, '') as organization_type,
    coalesce(organization.municipality_code, '') as municipality_code
from record
join organization using (organization_id)
where record.wave_id = :wave_id and record.role = 'response' and record.counts and organization.is_in_frame
order by record.record_id
