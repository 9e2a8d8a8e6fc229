-- At most one answer of an organisation counts in a wave.
select organization_id, wave_id
from record
where role = 'response' and counts
group by organization_id, wave_id
having count(*) > 1
