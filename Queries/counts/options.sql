-- Grain: choice of a question, in the order of the questionnaire.
-- Inputs: question, option.
select
    question.question_id,
    question.label as question,
    question.asked_if,
    option.option_id,
    option.label as option
from question
join option using (wave_id, question_id)
order by question.position, option.position
