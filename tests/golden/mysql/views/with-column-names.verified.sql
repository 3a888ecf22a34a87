-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` (`x`, `y z`) AS
select `t`.`id` AS `id`,(`t`.`id` + 1) AS `id + 1` from `t`;
