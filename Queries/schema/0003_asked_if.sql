-- Who is asked a question, as the codebook writes it; null for everybody.
alter table question add column asked_if text;
