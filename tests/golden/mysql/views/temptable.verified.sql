CREATE OR REPLACE ALGORITHM = TEMPTABLE VIEW `v` AS
select `t`.`id` AS `id` from `t`;
