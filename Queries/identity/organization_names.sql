-- Grain: organisation of this wave, in the order of ids.
-- Inputs: organization.
select organization_id, name
from organization
order by organization_id
