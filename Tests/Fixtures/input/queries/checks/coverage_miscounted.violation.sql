insert into coverage_cell values ('A1', 't1', null, 0.25, 2, 2, 0, 'covered', 0);
