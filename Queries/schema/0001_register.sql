-- The register: one row a fact, every fact with its wave. Codes and ids are text; booleans are 0 and 1.
create table wave (
    wave_id text primary key,
    label text not null,
    municipality_code text not null,
    municipality text not null,
    answers_from text not null,
    answers_until text not null,
    as_of text not null
) strict;

create table source (
    source_id integer primary key,
    wave_id text not null references wave,
    file text not null,
    sheet text,
    role text not null check (role in ('frame', 'member', 'response', 'invitation')),
    purpose text not null,
    retain_until text,
    sha256 text not null,
    record_count integer not null
) strict;

create table theme (
    theme_id text primary key,
    position integer not null,
    label text not null,
    is_residual integer not null check (is_residual in (0, 1)),
    withholds_location integer not null check (withholds_location in (0, 1))
) strict;

create table support_type (
    support_type_id text primary key,
    position integer not null,
    label text not null,
    is_residual integer not null check (is_residual in (0, 1))
) strict;

-- Pairs that make no sense and are no cell.
create table excluded_pair (
    theme_id text not null references theme,
    support_type_id text not null references support_type,
    primary key (theme_id, support_type_id)
) strict;

-- The areas that gaps are reported in.
create table area (
    area_code text primary key,
    position integer not null,
    name text not null,
    kind text not null,
    population integer
) strict;

create table question (
    wave_id text not null references wave,
    question_id text not null,
    position integer not null,
    label text not null,
    kind text not null,
    concept text not null,
    primary key (wave_id, question_id)
) strict;

create table option (
    wave_id text not null,
    question_id text not null,
    option_id text not null,
    position integer not null,
    label text not null,
    primary key (wave_id, question_id, option_id),
    foreign key (wave_id, question_id) references question
) strict;

create table organization (
    organization_id text primary key,
    name text not null,
    legal_form text,
    organization_type text,
    address text,
    municipality_code text,
    municipality text,
    town text,
    latitude real,
    longitude real,
    easting_m real,
    northing_m real,
    geocode_level integer not null,
    mesh_code text,
    service_area_kind text not null,
    outside_area_codes text not null,
    is_in_frame integer not null check (is_in_frame in (0, 1)),
    is_member integer not null check (is_member in (0, 1)),
    has_responded integer not null check (has_responded in (0, 1)),
    is_unreachable integer not null check (is_unreachable in (0, 1)),
    is_location_withheld integer not null check (is_location_withheld in (0, 1)),
    may_be_named_in_public integer not null check (may_be_named_in_public in (0, 1)),
    section text
) strict;

-- One row of one source. `counts` marks the answer that is counted, and every record that is no answer.
create table record (
    record_id integer primary key,
    wave_id text not null references wave,
    source_file text not null,
    source_sheet text,
    source_row integer not null,
    role text not null,
    organization_id text references organization,
    probability real,
    decided_by text,
    counts integer not null check (counts in (0, 1)),
    content_key text not null,
    recorded_at text
) strict;

create index record_organization on record (organization_id);

-- Fields of a record as they were read; `is_internal` marks those that name or reach a person.
create table record_field (
    record_id integer not null references record,
    field text not null,
    value text not null,
    is_internal integer not null check (is_internal in (0, 1)),
    primary key (record_id, field)
) strict;

-- What a record holds for a question of its source.
create table answer (
    record_id integer not null references record,
    question_id text not null,
    is_asked integer not null check (is_asked in (0, 1)),
    is_answered integer not null check (is_answered in (0, 1)),
    text text,
    primary key (record_id, question_id)
) strict;

create table answer_option (
    record_id integer not null,
    question_id text not null,
    option_id text not null,
    primary key (record_id, question_id, option_id),
    foreign key (record_id, question_id) references answer
) strict;

create table organization_theme (
    organization_id text not null references organization,
    theme_id text not null references theme,
    wave_id text not null references wave,
    origin text not null check (origin in ('selected', 'recoded', 'member_list')),
    evidence text not null,
    primary key (organization_id, theme_id)
) strict;

create table organization_support_type (
    organization_id text not null references organization,
    support_type_id text not null references support_type,
    wave_id text not null references wave,
    origin text not null check (origin in ('selected', 'recoded', 'member_list')),
    evidence text not null,
    primary key (organization_id, support_type_id)
) strict;

-- The areas that an organisation fills: 全国 and the like fill none until a person confirms it.
create table organization_area (
    organization_id text not null references organization,
    area_code text not null references area,
    primary key (organization_id, area_code)
) strict;

create table need (
    area_code text not null references area,
    theme_id text not null references theme,
    weight real not null check (weight >= 0),
    source text not null,
    primary key (area_code, theme_id)
) strict;

create table coverage_cell (
    area_code text not null references area,
    theme_id text references theme,
    support_type_id text references support_type,
    need real,
    member_count integer not null,
    known_count integer not null,
    expected_unknown real not null,
    gap_kind text not null,
    is_inferred integer not null check (is_inferred in (0, 1))
) strict;

create table shortlist_pick (
    wave_id text not null references wave,
    rank integer not null,
    organization_id text not null references organization,
    expected_gain real not null,
    cumulative_gain real not null,
    share_of_gap_closed real not null,
    primary key (wave_id, rank)
) strict;

create table finding (
    finding_id integer primary key,
    wave_id text not null references wave,
    severity text not null check (severity in ('info', 'warning', 'error')),
    source_file text not null,
    source_sheet text,
    source_row integer,
    source_column text,
    code text not null,
    value text not null,
    expected text not null
) strict;
