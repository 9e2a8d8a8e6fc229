-- Grain: wave that the register is of; the latest where there are several.
-- Inputs: wave.
select wave_id, label
from wave
order by as_of desc, wave_id
