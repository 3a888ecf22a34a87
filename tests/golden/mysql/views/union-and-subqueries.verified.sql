-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id` from `t` union all select `t`.`a` AS `a` from `t`;
-- add view w · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `w` AS
select `x`.`id` AS `id`,(select max(`t`.`a`) from `t`) AS `m` from (select `t`.`id` AS `id` from `t`) `x` where exists(select 1 from `t`);
