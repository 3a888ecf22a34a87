-- alter view vv · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `vv` AS
select 1 AS `a`,2 AS `b` union all select 3 AS `3`,4 AS `4`;
