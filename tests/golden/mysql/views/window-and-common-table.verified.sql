-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
with `c` as (select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`) select `c`.`id` AS `id`,row_number() OVER (PARTITION BY `c`.`a` ORDER BY `c`.`id` )  AS `n` from `c`;
