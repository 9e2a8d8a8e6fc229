delete from answer_option where record_id = 8 and question_id = '2';
