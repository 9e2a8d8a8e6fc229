-- Grain: question × option, in the order of the questionnaire; also where nobody answered.
-- Inputs: the answers that count of one wave (:wave_id); base = those who were asked.
with
respondents as (
    select record_id
    from record
    where wave_id = :wave_id and role = 'response' and counts
),

bases as (
    select
        answer.question_id,
        count(*) as base,
        sum(answer.is_answered) as answered
    from answer
    join respondents using (record_id)
    where answer.is_asked
    group by answer.question_id
),

chosen as (
    select
        answer_option.question_id,
        answer_option.option_id,
        count(*) as chosen
    from answer_option
    join answer using (record_id, question_id)
    join respondents using (record_id)
    where answer.is_asked
    group by answer_option.question_id, answer_option.option_id
)

select
    question.question_id,
    question.label as question,
    option.option_id,
    option.label as option,
    coalesce(chosen.chosen, 0) as count,
    coalesce(bases.base, 0) as base,
    coalesce(bases.answered, 0) as answered
from question
join option using (wave_id, question_id)
left join bases using (question_id)
left join chosen
    on chosen.question_id = option.question_id
    and chosen.option_id = option.option_id
where question.wave_id = :wave_id
order by question.position, option.position
