-- Grain: organisation outside the platform × area × theme that it reaches and no member does, where a need is stated.
-- Inputs: organization, its areas and themes, need. Ordered so that ties break the same way every time.
with
member_cells as (
    select distinct organization_area.area_code, organization_theme.theme_id
    from organization
    join organization_area using (organization_id)
    join organization_theme using (organization_id)
    where organization.is_member
)

select organization.organization_id, organization_area.area_code, organization_theme.theme_id
from organization
join organization_area using (organization_id)
join organization_theme using (organization_id)
join theme using (theme_id)
join area using (area_code)
join need using (area_code, theme_id)
left join member_cells using (area_code, theme_id)
where
    not organization.is_member
    and not organization.is_unreachable
    and not theme.is_residual
    and need.weight > 0
    and member_cells.area_code is null
order by organization.organization_id, area.position, theme.position
