-- Grain: answer that counts × question with choices that it was asked and answered; the chosen options with | between.
-- Inputs: record, question, answer, answer_option; one wave (:wave_id).
with chosen as (
    select record_id, question_id, option_id
    from answer_option
    order by record_id, question_id, option_id
)

select
    record.organization_id,
    answer.question_id,
    record.source_file,
    coalesce(record.source_sheet, '') as source_sheet,
    record.source_row,
    coalesce(group_concat(chosen.option_id, '|'), '') as options
from answer
join record using (record_id)
join question on question.wave_id = record.wave_id and question.question_id = answer.question_id
left join chosen
    on chosen.record_id = answer.record_id and chosen.question_id = answer.question_id
where
    record.wave_id = :wave_id
    and record.role = 'response'
    and record.counts
    and record.organization_id is not null
    and question.kind in ('single', 'multiple')
    and answer.is_asked
    and answer.is_answered
group by answer.record_id, answer.question_id
order by record.organization_id, question.position
