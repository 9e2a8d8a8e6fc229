-- Grain: wave that the register is of; the latest where there are several.
-- Inputs: wave.
select wave_id, label, answers_from
from wave
where not is_earlier
order by as_of desc, wave_id
limit 1
