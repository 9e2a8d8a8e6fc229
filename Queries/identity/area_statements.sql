-- Grain: record that states a service area; what it chose and what it wrote, empty where it did not.
-- Inputs: record, record_field, answer, answer_option, question.
with
choices as (
    select answer_option.record_id, min(answer_option.option_id) as choice
    from answer_option
    join record using (record_id)
    join question on question.wave_id = record.wave_id and question.question_id = answer_option.question_id
    where question.concept = 'service_area'
    group by answer_option.record_id
),

texts as (
    select answer.record_id, min(answer.text) as text
    from answer
    join record using (record_id)
    join question on question.wave_id = record.wave_id and question.question_id = answer.question_id
    where question.concept = 'service_area_text'
    group by answer.record_id
),

listed as (
    select record_id, value as text
    from record_field
    where field = 'service_area_text'
)

select
    record.content_key,
    coalesce(choices.choice, '') as choice,
    coalesce(texts.text, listed.text, '') as text
from record
left join choices using (record_id)
left join texts using (record_id)
left join listed using (record_id)
where record.counts and (choices.choice is not null or texts.text is not null or listed.text is not null)
order by record.record_id
