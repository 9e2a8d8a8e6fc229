-- Records of earlier waves, as far as they serve to know their organisations again; an organisation may be in no list of
-- this wave any more.
create table earlier_record (
    earlier_record_id integer primary key,
    organization_id text not null,
    wave_id text not null,
    as_of text not null,
    source_file text not null,
    source_sheet text,
    source_row integer not null,
    role text not null check (role in ('frame', 'member', 'response', 'invitation')),
    content_key text not null,
    name text not null,
    address text,
    postal_code text,
    telephone text,
    email text,
    representative text,
    corporate_number text
) strict;

create index earlier_record_organization on earlier_record (organization_id);

-- Pairs of records that were weighed and came to something: a record of this wave, and another of it or of an earlier one.
create table record_pair (
    record_pair_id integer primary key,
    record_id integer not null references record,
    other_record_id integer references record,
    other_earlier_record_id integer references earlier_record,
    probability real not null,
    outcome text not null check (outcome in ('linked', 'review', 'apart')),
    check ((other_record_id is null) <> (other_earlier_record_id is null))
) strict;

create index record_pair_record on record_pair (record_id);
create index record_pair_other_record on record_pair (other_record_id);
create index record_pair_other_earlier_record on record_pair (other_earlier_record_id);

-- What each comparison of a pair says, in bits.
create table record_pair_weight (
    record_pair_id integer not null references record_pair,
    position integer not null,
    comparison text not null,
    agreement text not null,
    bits real not null,
    primary key (record_pair_id, position)
) strict;
