-- Grain: area × theme or support type (or both) × type of organisation that occurs; how many respondents reach the cell.
-- Inputs: organisations that were asked and answered. An empty id says that the cell is not split by it.
with
respondents as (
    select
        organization.organization_id,
        coalesce(organization.organization_type, '') as organization_type,
        organization_area.area_code
    from organization
    join organization_area using (organization_id)
    where organization.is_in_frame and organization.has_responded
),

cells as (
    select respondents.*, organization_theme.theme_id, '' as support_type_id
    from respondents
    join organization_theme using (organization_id)

    union all

    select respondents.*, '' as theme_id, organization_support_type.support_type_id
    from respondents
    join organization_support_type using (organization_id)

    union all

    select respondents.*, organization_theme.theme_id, organization_support_type.support_type_id
    from respondents
    join organization_theme using (organization_id)
    join organization_support_type using (organization_id)
)

select area_code, theme_id, support_type_id, organization_type, count(*) as positive
from cells
group by area_code, theme_id, support_type_id, organization_type
order by area_code, theme_id, support_type_id, organization_type
