-- Grain: organisation that was asked.
-- Inputs: organization.
select organization_id
from organization
where is_in_frame
order by organization_id
