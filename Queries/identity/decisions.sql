-- Grain: decision, in the order in which they were taken.
-- Inputs: decision.
select kind, verdict, subject_a, subject_b, note, decided_on, taken_from
from decision
order by decision_id
