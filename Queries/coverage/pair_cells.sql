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

blank as (
    select reach.area_code, count(*) as members_blank
    from reach
    where reach.is_member
        and not exists (select 1 from pairs where pairs.organization_id = reach.organization_id)
    group by reach.area_code
),

cell_types as (
    select support_type_id, position, count(*) over () as type_count
    from support_type
    where not is_residual
)

select
    area.area_code,
    theme.theme_id,
    cell_types.support_type_id,
    need.weight / cell_types.type_count as need,
    coalesce(known.member_count, 0) as member_count,
    coalesce(known.known_count, 0) as known_count,
    coalesce(blank.members_blank, 0) as members_blank,
    coalesce(known.is_sure, 0) = 0 as is_inferred
from area
cross join theme
cross join cell_types
left join excluded_pair
    on excluded_pair.theme_id = theme.theme_id and excluded_pair.support_type_id = cell_types.support_type_id
left join known
    on known.area_code = area.area_code
    and known.theme_id = theme.theme_id
    and known.support_type_id = cell_types.support_type_id
left join blank on blank.area_code = area.area_code
left join need on need.area_code = area.area_code and need.theme_id = theme.theme_id
where not theme.is_residual and excluded_pair.theme_id is null
order by area.position, theme.position, cell_types.position
