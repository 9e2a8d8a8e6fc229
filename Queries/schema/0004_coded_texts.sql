-- Free texts about activities, with what they were taken for. Texts about cases are never here.
create table coded_text (
    coded_text_id integer primary key,
    record_id integer not null references record,
    question_id text not null,
    subject text not null check (subject in ('theme', 'support_type')),
    text text not null,
    -- assigned, review, or none: and why.
    coding text not null
) strict;

create index coded_text_record on coded_text (record_id);

-- The codes that a text speaks of, best first, with the words that say so; several are joined by ;.
create table coded_text_code (
    coded_text_id integer not null references coded_text,
    position integer not null,
    code_id text not null,
    standing text not null check (standing in ('assigned', 'review', 'yielded', 'ruled_out')),
    score real not null check (score between 0 and 1),
    words text not null,
    rules text not null,
    primary key (coded_text_id, position)
) strict;
