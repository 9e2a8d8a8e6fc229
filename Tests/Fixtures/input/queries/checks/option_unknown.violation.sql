insert into answer_option values (8, '1', 't9');
