-- What an organisation allowed to be told of it, as far as a list of this wave says; what nobody spoke of is not allowed.
create table organization_consent (
    organization_id text not null references organization,
    subject text not null check (subject in ('name', 'leaflet', 'address', 'telephone')),
    is_given integer not null check (is_given in (0, 1)),
    primary key (organization_id, subject)
) strict;

insert into organization_consent
select organization_id, 'name', 1 from organization where may_be_named_in_public;
