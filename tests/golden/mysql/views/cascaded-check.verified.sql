-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id` from `t` where (`t`.`id` > 1)
WITH CASCADED CHECK OPTION;
