-- Grain: type of organisation among those who were asked. The silent are those of whom nothing is known: no members, no
-- answer, and their letter arrived as far as is known.
-- Inputs: organization.
select
    coalesce(organization_type, '') as organization_type,
    count(*) as asked,
    sum(has_responded) as responded,
    sum(not has_responded and not is_unreachable and not is_member) as silent
from organization
where is_in_frame
group by 1
order by 1
