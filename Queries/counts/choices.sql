-- Grain: question that an answer was asked, of those that respondents.sql gives; the chosen options with | between them.
-- Inputs: record, organization, answer, answer_option; one wave (:wave_id).
with chosen as (
    select record_id, question_id, option_id
    from answer_option
    order by record_id, question_id, option_id
)

select
    answer.record_id,
    answer.question_id,
    coalesce(group_concat(chosen.option_id, '|'), '') as options
from answer
join record using (record_id)
join organization using (organization_id)
left join chosen using (record_id, question_id)
where
    record.wave_id = :wave_id and record.role = 'response' and record.counts and organization.is_in_frame
    and answer.is_asked
group by answer.record_id, answer.question_id
order by answer.record_id, answer.question_id
