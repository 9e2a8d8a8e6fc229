-- Grain: area × theme, with the figure that its need rests on.
-- Inputs: need_figure.
select area_code, theme_id, figure, unit
from need_figure
order by area_code, theme_id
