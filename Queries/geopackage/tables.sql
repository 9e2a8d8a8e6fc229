-- A GeoPackage 1.3 (OGC 12-128r17): its tables of contents, and what they name. `coverage` and `gaps` are views, so that the
-- outline of an area is kept once, whatever number of cells it has.
create table gpkg_spatial_ref_sys (
    srs_name TEXT not null,
    srs_id INTEGER not null primary key,
    organization TEXT not null,
    organization_coordsys_id INTEGER not null,
    definition TEXT not null,
    description TEXT
);

insert into gpkg_spatial_ref_sys values
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    (
        'WGS 84 geodetic', 4326, 'EPSG', 4326,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
        'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'
    ),
    (
        'JGD2011', 6668, 'EPSG', 6668,
        'GEOGCS["JGD2011",DATUM["Japanese_Geodetic_Datum_2011",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","1128"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","6668"]]',
        'longitude/latitude coordinates in decimal degrees, Japanese Geodetic Datum 2011'
    );

create table gpkg_contents (
    table_name TEXT not null primary key,
    data_type TEXT not null,
    identifier TEXT unique,
    description TEXT default '',
    last_change DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);

create table gpkg_geometry_columns (
    table_name TEXT not null,
    column_name TEXT not null,
    geometry_type_name TEXT not null,
    srs_id INTEGER not null,
    z TINYINT not null,
    m TINYINT not null,
    constraint pk_geom_cols primary key (table_name, column_name),
    constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);

-- One row an organisation; without a point where its location is withheld or not known.
create table organizations (
    fid INTEGER not null primary key,
    geom POINT,
    organization_id TEXT not null unique,
    name TEXT not null,
    organization_type TEXT,
    address TEXT,
    municipality_code TEXT,
    town TEXT,
    geocode_level INTEGER,
    mesh_code TEXT,
    service_area_kind TEXT not null,
    service_area_codes TEXT not null,
    themes TEXT not null,
    support_types TEXT not null,
    is_member BOOLEAN not null,
    responded BOOLEAN not null,
    location_withheld BOOLEAN not null
);

-- One row an area of the report; without a geometry where the wave has no outline of it.
create table areas (
    fid INTEGER not null primary key,
    geom MULTIPOLYGON,
    area_code TEXT not null unique,
    area TEXT not null,
    kind TEXT not null,
    population INTEGER
);

-- One row a cell of the coverage.
create table cells (
    fid INTEGER not null primary key,
    area_code TEXT not null references areas (area_code),
    theme TEXT,
    theme_id TEXT,
    support_type TEXT,
    support_type_id TEXT,
    need DOUBLE,
    member_count INTEGER not null,
    known_count INTEGER not null,
    expected_unknown DOUBLE not null,
    gap_kind TEXT not null,
    gap TEXT not null,
    inferred BOOLEAN not null
);

create view coverage as
select
    cells.fid as ogc_fid, areas.geom, cells.area_code, areas.area, cells.theme, cells.theme_id, cells.support_type,
    cells.support_type_id, cells.need, cells.member_count, cells.known_count, cells.expected_unknown, cells.gap_kind,
    cells.gap, cells.inferred
from cells
join areas using (area_code);

create view gaps as select * from coverage where gap_kind <> 'covered';
