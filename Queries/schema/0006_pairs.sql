-- What a person said of a theme and a support type that an organisation names: whether it does the two together. Pairs that
-- nobody spoke of have no row.
create table organization_pair (
    organization_id text not null,
    theme_id text not null,
    support_type_id text not null,
    is_done integer not null check (is_done in (0, 1)),
    primary key (organization_id, theme_id, support_type_id),
    foreign key (organization_id, theme_id) references organization_theme,
    foreign key (organization_id, support_type_id) references organization_support_type
) strict;
