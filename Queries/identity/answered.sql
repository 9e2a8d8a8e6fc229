-- Grain: organisation of which an answer tells what it does; with the wave of that answer.
-- Inputs: organization, wave, earlier_answer.
select organization.organization_id, wave.wave_id, organization.outside_area_codes
from organization
cross join wave
where organization.has_responded and not wave.is_earlier
union all
select organization_id, earlier_answer.wave_id, organization.outside_area_codes
from earlier_answer
join organization using (organization_id)
order by organization_id
