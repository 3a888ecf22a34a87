CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `x`,`t`.`id` + 1 AS `y z` from `t`;
