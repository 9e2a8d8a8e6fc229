-- Grain: option of the question :by × question × option: how many of those who chose the one were asked the other, and
-- chose it. Answers that count of one wave (:wave_id).
-- Inputs: record, organization, question, option, answer, answer_option.
with
respondents as (
    select record_id
    from record
    where wave_id = :wave_id and role = 'response' and counts
),

parts as (
    select answer_option.record_id, answer_option.option_id as by_option_id
    from answer_option
    join answer using (record_id, question_id)
    join respondents using (record_id)
    where answer_option.question_id = :by and answer.is_asked
),

bases as (
    select
        parts.by_option_id,
        answer.question_id,
        count(*) as base,
        sum(answer.is_answered) as answered
    from parts
    join answer using (record_id)
    where answer.is_asked
    group by parts.by_option_id, answer.question_id
),

chosen as (
    select
        parts.by_option_id,
        answer_option.question_id,
        answer_option.option_id,
        count(*) as chosen
    from parts
    join answer using (record_id)
    join answer_option using (record_id, question_id)
    where answer.is_asked
    group by parts.by_option_id, answer_option.question_id, answer_option.option_id
)

select
    by_option.question_id as by_question_id,
    by_question.label as by_question,
    by_option.option_id as by_option_id,
    by_option.label as by_option,
    question.question_id,
    question.label as question,
    option.option_id,
    option.label as option,
    coalesce(chosen.chosen, 0) as count,
    coalesce(bases.base, 0) as base,
    coalesce(bases.answered, 0) as answered
from option as by_option
join question as by_question
    on by_question.wave_id = by_option.wave_id and by_question.question_id = by_option.question_id
join question on question.wave_id = by_option.wave_id and question.question_id <> by_option.question_id
join option on option.wave_id = question.wave_id and option.question_id = question.question_id
left join bases
    on bases.by_option_id = by_option.option_id and bases.question_id = question.question_id
left join chosen
    on chosen.by_option_id = by_option.option_id
    and chosen.question_id = question.question_id
    and chosen.option_id = option.option_id
where by_option.wave_id = :wave_id and by_option.question_id = :by
order by by_option.position, question.position, option.position
