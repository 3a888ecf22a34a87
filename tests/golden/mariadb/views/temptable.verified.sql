-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE ALGORITHM = TEMPTABLE VIEW `v` AS
select `t`.`id` AS `id` from `t`;
