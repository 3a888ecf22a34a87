-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `x`,`t`.`id` + 1 AS `y z` from `t`;
