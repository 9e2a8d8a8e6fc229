-- What a wave hands on to the next. The waves before this one stand in `wave` too, since facts can be theirs.
alter table wave add column is_earlier integer not null default 0 check (is_earlier in (0, 1));

-- What people decided, in this wave and in earlier ones, in that order; a later word on a subject replaces an earlier one.
create table decision (
    decision_id integer primary key,
    kind text not null,
    verdict text not null,
    subject_a text not null,
    subject_b text not null,
    note text not null,
    decided_on text not null,
    taken_from text not null
) strict;

-- Whom the city invited and how that ended, as the ledgers of this wave and of earlier ones have it.
create table invitation (
    invitation_id integer primary key,
    organization_id text not null,
    wave_id text not null references wave,
    invited_on text,
    outcome text not null,
    source_file text not null,
    source_sheet text,
    source_row integer not null
) strict;

create index invitation_organization on invitation (organization_id);

-- As what earlier waves knew an organisation, which may be in no list of this wave any more.
create table organization_history (
    organization_id text not null,
    wave_id text not null references wave,
    is_in_frame integer not null check (is_in_frame in (0, 1)),
    is_member integer not null check (is_member in (0, 1)),
    has_responded integer not null check (has_responded in (0, 1)),
    is_location_withheld integer not null check (is_location_withheld in (0, 1)),
    primary key (organization_id, wave_id)
) strict;

-- Organisations that did not answer this time, with the wave of the answer that what is known of them comes from. Without
-- `tells_of_cases` the themes of cases say nothing.
create table earlier_answer (
    organization_id text primary key references organization,
    wave_id text not null references wave,
    tells_of_cases integer not null check (tells_of_cases in (0, 1))
) strict;

create table earlier_answer_case (
    organization_id text not null references earlier_answer,
    theme_id text not null,
    primary key (organization_id, theme_id)
) strict;
