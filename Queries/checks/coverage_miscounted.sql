-- The cells of area and theme hold the organisations that reach the area and do it.
select coverage_cell.area_code, coverage_cell.theme_id
from coverage_cell
left join (
    select
        organization_area.area_code,
        organization_theme.theme_id,
        sum(organization.is_member) as member_count,
        count(*) as known_count
    from organization_area
    join organization_theme using (organization_id)
    join organization using (organization_id)
    group by organization_area.area_code, organization_theme.theme_id
) as counted using (area_code, theme_id)
where coverage_cell.theme_id is not null
    and coverage_cell.support_type_id is null
    and (
        coverage_cell.member_count <> coalesce(counted.member_count, 0)
        or coverage_cell.known_count <> coalesce(counted.known_count, 0)
    )
