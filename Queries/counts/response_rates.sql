-- Grain: part of those who were asked: all of them, a type of organisation, a municipality or ward of the office, a section
-- that knows them. The empty category is that of those of whom it isn't known.
-- Inputs: organization.
with asked as (
    select
        coalesce(organization_type, '') as organization_type,
        coalesce(municipality_code, '') as municipality_code,
        coalesce(municipality, '') as municipality,
        coalesce(section, '') as section,
        has_responded,
        is_unreachable
    from organization
    where is_in_frame
),

parts as (
    select 0 as position, 'all' as dimension, '' as category, '' as label, has_responded, is_unreachable from asked
    union all
    select 1, 'organization_type', organization_type, '', has_responded, is_unreachable from asked
    union all
    select 2, 'municipality', municipality_code, municipality, has_responded, is_unreachable from asked
    union all
    select 3, 'section', section, section, has_responded, is_unreachable from asked
)

select
    dimension,
    category,
    label,
    count(*) as asked,
    sum(has_responded) as answered,
    sum(is_unreachable) as unreachable
from parts
group by position, dimension, category, label
order by position, category = '', category
