-- Grain: area × the theme :theme_id, of all support types together and then of each; who is known to reach it.
-- Inputs: coverage_cell, area, support_type.
select
    coverage_cell.area_code,
    coalesce(coverage_cell.support_type_id, '') as support_type_id,
    coverage_cell.gap_kind
from coverage_cell
join area using (area_code)
left join support_type using (support_type_id)
where coverage_cell.theme_id = :theme_id
order by area.position, coalesce(support_type.position, -1)
