-- Grain: area × theme × support type, without pairs that make no sense, in the order of the three.
-- Inputs: organization, its areas, themes and support types. Theme and type are two questions: a pair is sure only where
-- the organisation named one theme or one type; `is_inferred` says that no organisation of the cell is sure of it.
with
reach as (
    select organization_area.area_code, organization.organization_id, organization.is_member
    from organization_area
    join organization using (organization_id)
),

theme_totals as (
    select organization_id, count(*) as theme_count
    from organization_theme
    group by organization_id
),

type_totals as (
    select organization_id, count(*) as type_count
    from organization_support_type
    group by organization_id
),

pairs as (
    select
        organization_theme.organization_id,
        organization_theme.theme_id,
        organization_support_type.support_type_id,
        theme_totals.theme_count = 1 or type_totals.type_count = 1 as is_sure
    from organization_theme
    join organization_support_type using (organization_id)
    join theme_totals using (organization_id)
    join type_totals using (organization_id)
),

known as (
    select
        reach.area_code,
        pairs.theme_id,
        pairs.support_type_id,
        sum(reach.is_member) as member_count,
        count(*) as known_count,
        max(pairs.is_sure) as is_sure
    from reach
    join pairs using (organization_id)
    group by reach.area_code, pairs.theme_id, pairs.support_type_id
),

cells as (
    select
        theme.theme_id,
        theme.position as theme_position,
        support_type.support_type_id,
        support_type.position as type_position,
        count(*) over (partition by theme.theme_id) as type_count
    from theme
    cross join support_type
    left join excluded_pair using (theme_id, support_type_id)
    where not theme.is_residual and not support_type.is_residual and excluded_pair.theme_id is null
),

-- A member is blank for a pair that its answers allow and leave open: it named the theme and no type at all, or the
-- type and no theme at all, or neither.
blank as (
    select reach.area_code, cells.theme_id, cells.support_type_id, count(*) as members_blank
    from reach
    cross join cells
    left join theme_totals using (organization_id)
    left join type_totals using (organization_id)
    left join organization_theme
        on organization_theme.organization_id = reach.organization_id
        and organization_theme.theme_id = cells.theme_id
    left join organization_support_type
        on organization_support_type.organization_id = reach.organization_id
        and organization_support_type.support_type_id = cells.support_type_id
    where reach.is_member
        and (theme_totals.theme_count is null or type_totals.type_count is null)
        and (theme_totals.theme_count is null or organization_theme.theme_id is not null)
        and (type_totals.type_count is null or organization_support_type.support_type_id is not null)
    group by reach.area_code, cells.theme_id, cells.support_type_id
)

select
    area.area_code,
    cells.theme_id,
    cells.support_type_id,
    need.weight / cells.type_count as need,
    coalesce(known.member_count, 0) as member_count,
    coalesce(known.known_count, 0) as known_count,
    coalesce(blank.members_blank, 0) as members_blank,
    coalesce(known.is_sure, 0) = 0 as is_inferred
from area
cross join cells
left join known using (area_code, theme_id, support_type_id)
left join blank using (area_code, theme_id, support_type_id)
left join need using (area_code, theme_id)
order by area.position, cells.theme_position, cells.type_position
