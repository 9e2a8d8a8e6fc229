-- Grain: organisation × wave that knew it, this one included.
-- Inputs: organization, wave, organization_history.
select
    organization.organization_id,
    wave.wave_id,
    organization.is_in_frame,
    organization.is_member,
    organization.has_responded,
    organization.is_location_withheld
from organization
cross join wave
where not wave.is_earlier
union all
select organization_id, wave_id, is_in_frame, is_member, has_responded, is_location_withheld
from organization_history
order by organization_id, wave_id
