-- alter view vv · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `vv` (`a`, `b`) AS
select 1 AS `1`,2 AS `2` union all select 3 AS `3`,4 AS `4`;
