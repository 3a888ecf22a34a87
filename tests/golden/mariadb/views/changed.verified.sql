-- alter view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
