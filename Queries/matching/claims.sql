-- Grain: organisation × theme or support type that it does, in the order of ids and of the questionnaire.
-- Inputs: organization_theme, organization_support_type, theme, support_type.
select organization_id, 'theme' as subject, theme_id as id, origin, evidence, theme.position
from organization_theme
join theme using (theme_id)
union all
select organization_id, 'support_type', support_type_id, origin, evidence, support_type.position
from organization_support_type
join support_type using (support_type_id)
order by organization_id, subject desc, position
