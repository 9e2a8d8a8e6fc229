-- Grain: organisation that was asked, in the order of ids; what it reaches and does with | between. The silent are those of
-- whom nothing is known: no members, no answer, and their letter arrived as far as is known; others without an answer are
-- left out.
-- Inputs: organization, its areas, themes and support types.
with
areas as (
    select organization_id, area_code
    from organization_area
    order by organization_id, area_code
),

themes as (
    select organization_id, theme_id
    from organization_theme
    order by organization_id, theme_id
),

types as (
    select organization_id, support_type_id
    from organization_support_type
    order by organization_id, support_type_id
),

area_lists as (
    select organization_id, group_concat(area_code, '|') as areas from areas group by organization_id
),

theme_lists as (
    select organization_id, group_concat(theme_id, '|') as themes from themes group by organization_id
),

type_lists as (
    select organization_id, group_concat(support_type_id, '|') as support_types from types group by organization_id
)

select
    organization.organization_id,
    coalesce(organization.organization_type, '') as organization_type,
    coalesce(organization.municipality_code, '') as municipality_code,
    organization.has_responded,
    coalesce(area_lists.areas, '') as areas,
    coalesce(theme_lists.themes, '') as themes,
    coalesce(type_lists.support_types, '') as support_types
from organization
left join area_lists using (organization_id)
left join theme_lists using (organization_id)
left join type_lists using (organization_id)
where organization.is_in_frame
    and (organization.has_responded or not (organization.is_unreachable or organization.is_member))
order by organization.organization_id
