-- Grain: organisation, in the order of ids; where it works and what it does with | between, and as theme:type:0 or
-- theme:type:1 what a person said of the two together.
-- Inputs: organization, its areas, themes, support types and pairs, the answer that counts, else the earlier one. `is_asked` leaves out those
-- whose silence says nothing: the letter came back, they are members, or an earlier answer of theirs is known. `tells_of_cases`: it named the themes of its cases,
-- or said that it has none and was therefore not asked; without it `case_themes` says nothing.
with
areas as (
    select organization_id, area_code
    from organization_area
    order by organization_id, area_code
),

themes as (
    select organization_id, theme_id
    from organization_theme
    order by organization_id, theme_id
),

types as (
    select organization_id, support_type_id
    from organization_support_type
    order by organization_id, support_type_id
),

pairs as (
    select organization_id, theme_id, support_type_id, is_done
    from organization_pair
    order by organization_id, theme_id, support_type_id
),

area_lists as (
    select organization_id, group_concat(area_code, '|') as areas from areas group by organization_id
),

theme_lists as (
    select organization_id, group_concat(theme_id, '|') as themes from themes group by organization_id
),

type_lists as (
    select organization_id, group_concat(support_type_id, '|') as support_types from types group by organization_id
),

pair_lists as (
    select organization_id, group_concat(theme_id || ':' || support_type_id || ':' || is_done, '|') as decided_pairs
    from pairs
    group by organization_id
),

case_answers as (
    select
        record.organization_id,
        record.record_id,
        answer.question_id,
        answer.is_asked,
        answer.is_answered,
        question.concept
    from record
    join answer using (record_id)
    join question on question.wave_id = record.wave_id and question.question_id = answer.question_id
    where record.role = 'response'
        and record.counts
        and record.organization_id is not null
        and question.concept in ('case_found', 'case_theme')
),

case_lists as (
    select
        themes.organization_id,
        (
            select group_concat(option_id, '|')
            from (
                select option_id
                from answer_option
                where answer_option.record_id = themes.record_id
                    and answer_option.question_id = themes.question_id
                order by option_id
            )
        ) as case_themes
    from case_answers as themes
    left join case_answers as found on found.record_id = themes.record_id and found.concept = 'case_found'
    where themes.concept = 'case_theme'
        and (
            (themes.is_asked and themes.is_answered)
            or (not themes.is_asked and not themes.is_answered and found.is_asked and found.is_answered)
        )
    union all
    select
        organization_id,
        (
            select group_concat(theme_id, '|')
            from (
                select theme_id
                from earlier_answer_case
                where earlier_answer_case.organization_id = earlier_answer.organization_id
                order by theme_id
            )
        )
    from earlier_answer
    where tells_of_cases
)

select
    organization.organization_id,
    organization.is_member,
    coalesce(organization.organization_type, '') as organization_type,
    coalesce(organization.municipality_code, '') as municipality_code,
    organization.is_in_frame
        and (
            organization.has_responded
            or not (organization.is_unreachable or organization.is_member or earlier_answer.organization_id is not null)
        ) as is_asked,
    organization.has_responded,
    organization.service_area_kind,
    coalesce(area_lists.areas, '') as areas,
    coalesce(theme_lists.themes, '') as themes,
    coalesce(type_lists.support_types, '') as support_types,
    coalesce(pair_lists.decided_pairs, '') as decided_pairs,
    case_lists.organization_id is not null as tells_of_cases,
    coalesce(case_lists.case_themes, '') as case_themes
from organization
left join area_lists using (organization_id)
left join theme_lists using (organization_id)
left join type_lists using (organization_id)
left join pair_lists using (organization_id)
left join case_lists using (organization_id)
left join earlier_answer using (organization_id)
order by organization.organization_id
