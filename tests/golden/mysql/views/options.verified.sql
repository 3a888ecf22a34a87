-- alter view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW `v` AS
select `t`.`id` AS `id` from `t` where (`t`.`id` > 1)
WITH LOCAL CHECK OPTION;
