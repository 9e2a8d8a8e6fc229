-- Grain: area × support type (その他の活動 is no cell), in the order of areas and types.
-- Inputs: organization, its areas and support types; need of an area is that of its themes together.
with
reach as (
    select organization_area.area_code, organization.organization_id, organization.is_member
    from organization_area
    join organization using (organization_id)
),

known as (
    select
        reach.area_code,
        organization_support_type.support_type_id,
        sum(reach.is_member) as member_count,
        count(*) as known_count
    from reach
    join organization_support_type using (organization_id)
    group by reach.area_code, organization_support_type.support_type_id
),

blank as (
    select reach.area_code, count(*) as members_blank
    from reach
    where reach.is_member
        and not exists (
            select 1
            from organization_support_type
            where organization_support_type.organization_id = reach.organization_id
        )
    group by reach.area_code
),

area_need as (
    select area_code, sum(weight) as weight
    from need
    group by area_code
),

cell_types as (
    select support_type_id, position, count(*) over () as type_count
    from support_type
    where not is_residual
)

select
    area.area_code,
    cell_types.support_type_id,
    area_need.weight / cell_types.type_count as need,
    coalesce(known.member_count, 0) as member_count,
    coalesce(known.known_count, 0) as known_count,
    coalesce(blank.members_blank, 0) as members_blank
from area
cross join cell_types
left join known on known.area_code = area.area_code and known.support_type_id = cell_types.support_type_id
left join blank on blank.area_code = area.area_code
left join area_need on area_need.area_code = area.area_code
order by area.position, cell_types.position
