-- Grain: wave that the register is of or knows of, the latest first.
-- Inputs: wave.
select wave_id, label, as_of, is_earlier
from wave
order by as_of desc, wave_id
