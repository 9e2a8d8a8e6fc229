-- An answer that is marked as given holds a choice or a text.
select answer.record_id, answer.question_id
from answer
left join answer_option using (record_id, question_id)
where answer.is_answered and answer.text is null and answer_option.option_id is null
