-- Grain: question × option × type of organisation × whether it is in the frame, in the order of the questionnaire; each
-- option has a row for every type that answered at all.
-- Inputs: the answers that count of one wave (:wave_id); base = those who were asked.
with
respondents as (
    select
        record.record_id,
        coalesce(organization.organization_type, '') as organization_type,
        organization.is_in_frame
    from record
    join organization using (organization_id)
    where record.wave_id = :wave_id and record.role = 'response' and record.counts
),

-- The empty type is there even when nobody answered, so that every option has a row.
strata as (
    select organization_type, is_in_frame from respondents
    union
    select '', 1
),

options as (
    select
        question.question_id,
        question.label as question,
        question.position as question_position,
        option.option_id,
        option.label as option,
        option.position as option_position
    from question
    join option using (wave_id, question_id)
    where question.wave_id = :wave_id
),

bases as (
    select
        answer.question_id,
        respondents.organization_type,
        respondents.is_in_frame,
        count(*) as base,
        sum(answer.is_answered) as answered
    from answer
    join respondents using (record_id)
    where answer.is_asked
    group by answer.question_id, respondents.organization_type, respondents.is_in_frame
),

chosen as (
    select
        answer_option.question_id,
        answer_option.option_id,
        respondents.organization_type,
        respondents.is_in_frame,
        count(*) as chosen
    from answer_option
    join answer using (record_id, question_id)
    join respondents using (record_id)
    where answer.is_asked
    group by
        answer_option.question_id,
        answer_option.option_id,
        respondents.organization_type,
        respondents.is_in_frame
)

select
    options.question_id,
    options.question,
    options.option_id,
    options.option,
    strata.organization_type,
    strata.is_in_frame,
    coalesce(chosen.chosen, 0) as count,
    coalesce(bases.base, 0) as base,
    coalesce(bases.answered, 0) as answered
from options
cross join strata
left join bases
    on bases.question_id = options.question_id
    and bases.organization_type = strata.organization_type
    and bases.is_in_frame = strata.is_in_frame
left join chosen
    on chosen.question_id = options.question_id
    and chosen.option_id = options.option_id
    and chosen.organization_type = strata.organization_type
    and chosen.is_in_frame = strata.is_in_frame
order by
    options.question_position,
    options.option_position,
    strata.organization_type,
    strata.is_in_frame desc
