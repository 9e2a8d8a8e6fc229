-- Grain: cell of area × theme or of area × support type, in the order of the areas and of the questionnaire.
-- Inputs: coverage_cell, area, theme, support_type.
select
    coverage_cell.area_code,
    coalesce(coverage_cell.theme_id, '') as theme_id,
    coalesce(coverage_cell.support_type_id, '') as support_type_id,
    coverage_cell.need,
    coverage_cell.gap_kind
from coverage_cell
join area using (area_code)
left join theme using (theme_id)
left join support_type using (support_type_id)
where coverage_cell.theme_id is null or coverage_cell.support_type_id is null
order by coverage_cell.theme_id is null, area.position, theme.position, support_type.position
