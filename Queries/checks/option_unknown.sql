-- Every option that was chosen is in the questionnaire of its wave.
select answer_option.record_id, answer_option.question_id, answer_option.option_id
from answer_option
join record using (record_id)
left join option
    on option.wave_id = record.wave_id
    and option.question_id = answer_option.question_id
    and option.option_id = answer_option.option_id
where option.option_id is null
