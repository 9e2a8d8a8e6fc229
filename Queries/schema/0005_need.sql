-- The figure behind each weight of `need`, and the cells that have none. Weights stand in `need` alone.
create table need_figure (
    area_code text not null references area,
    theme_id text not null references theme,
    basis text not null check (basis in ('given', 'split', 'estimated', 'withheld', 'no_figure', 'equal')),
    figure real check (figure >= 0),
    -- 95 % bounds of a figure that rests on a sample.
    low real,
    high real,
    unit text not null,
    measure text not null,
    source text not null,
    as_of text not null,
    is_priority integer not null check (is_priority in (0, 1)),
    primary key (area_code, theme_id)
) strict;
