-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id`,concat(`t`.`a`,'it\'s') AS `b` from `t` where `t`.`id` > 1;
