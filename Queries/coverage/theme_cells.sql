-- Grain: area × theme (その他 is no cell), in the order of areas and themes.
-- Inputs: organization, its areas and themes; members_blank counts members of the area with no theme at all.
with
reach as (
    select organization_area.area_code, organization.organization_id, organization.is_member
    from organization_area
    join organization using (organization_id)
),

known as (
    select
        reach.area_code,
        organization_theme.theme_id,
        sum(reach.is_member) as member_count,
        count(*) as known_count
    from reach
    join organization_theme using (organization_id)
    group by reach.area_code, organization_theme.theme_id
),

blank as (
    select reach.area_code, count(*) as members_blank
    from reach
    where reach.is_member
        and not exists (
            select 1 from organization_theme where organization_theme.organization_id = reach.organization_id
        )
    group by reach.area_code
)

select
    area.area_code,
    theme.theme_id,
    need.weight as need,
    coalesce(known.member_count, 0) as member_count,
    coalesce(known.known_count, 0) as known_count,
    coalesce(blank.members_blank, 0) as members_blank
from area
cross join theme
left join known on known.area_code = area.area_code and known.theme_id = theme.theme_id
left join blank on blank.area_code = area.area_code
left join need on need.area_code = area.area_code and need.theme_id = theme.theme_id
where not theme.is_residual
order by area.position, theme.position
