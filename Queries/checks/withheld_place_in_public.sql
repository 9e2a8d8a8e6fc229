-- An organisation with a theme that withholds its place is marked so.
select organization.organization_id
from organization
join organization_theme using (organization_id)
join theme using (theme_id)
where theme.withholds_location and not organization.is_location_withheld
