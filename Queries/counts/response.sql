-- Grain: one row, how many organisations were asked and how many of them answered.
-- Inputs: organization.
select
    count(*) as asked,
    coalesce(sum(has_responded), 0) as answered
from organization
where is_in_frame
