-- Grain: wording of a free text about activities, in the order in which the records hold them.
-- Inputs: coded_text.
select text
from coded_text
group by text
order by min(coded_text_id)
