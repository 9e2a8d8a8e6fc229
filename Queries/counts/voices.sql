-- Grain: question about the need that is felt, difficulties or expectations × option, in the order of the questionnaire:
-- how many members of the platform and how many others were asked, answered, and chose it.
-- Inputs: the answers that count of one wave (:wave_id); organization.
with
respondents as (
    select
        record.record_id,
        organization.is_member
    from record
    join organization using (organization_id)
    where record.wave_id = :wave_id and record.role = 'response' and record.counts
),

bases as (
    select
        answer.question_id,
        sum(respondents.is_member) as member_base,
        sum(respondents.is_member and answer.is_answered) as members_answered,
        sum(not respondents.is_member) as other_base,
        sum(not respondents.is_member and answer.is_answered) as others_answered
    from answer
    join respondents using (record_id)
    where answer.is_asked
    group by answer.question_id
),

chosen as (
    select
        answer_option.question_id,
        answer_option.option_id,
        sum(respondents.is_member) as members,
        sum(not respondents.is_member) as others
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
    coalesce(bases.member_base, 0) as member_base,
    coalesce(bases.members_answered, 0) as members_answered,
    coalesce(chosen.members, 0) as members,
    coalesce(bases.other_base, 0) as other_base,
    coalesce(bases.others_answered, 0) as others_answered,
    coalesce(chosen.others, 0) as others
from question
join option using (wave_id, question_id)
left join bases using (question_id)
left join chosen
    on chosen.question_id = option.question_id
    and chosen.option_id = option.option_id
where question.wave_id = :wave_id and question.concept in ('need_felt', 'difficulty', 'expectation')
order by question.position, option.position
