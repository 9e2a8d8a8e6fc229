-- Grain: word by which a theme, a support type or an area can be asked for: its label, then those of the questionnaire that
-- differ from it; in the order in which they are printed.
-- Inputs: theme, support_type, area, question, option.
with
labels as (
    select 0 as subject_position, 'theme' as subject, theme_id as id, position, label, is_residual from theme
    union all
    select 1, 'support_type', support_type_id, position, label, is_residual from support_type
    union all
    select 2, 'area', area_code, position, name, 0 from area
),

words as (
    select subject_position, subject, id, position, label, is_residual, 0 as is_option from labels
    union
    select labels.subject_position, labels.subject, labels.id, labels.position, option.label, labels.is_residual, 1
    from option
    join question using (wave_id, question_id)
    join labels on labels.subject = question.concept and labels.id = option.option_id
    where option.label <> labels.label
)

select subject, id, label, is_residual
from words
order by subject_position, position, is_option, label
