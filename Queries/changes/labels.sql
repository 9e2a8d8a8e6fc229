-- Grain: area, theme or support type, in the order in which they are printed.
-- Inputs: area, theme, support_type.
select subject, id, label
from (
    select 'area' as subject, area_code as id, name as label, position from area
    union all
    select 'theme', theme_id, label, position from theme
    union all
    select 'support_type', support_type_id, label, position from support_type
)
order by subject, position
