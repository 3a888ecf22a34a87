RENAME TABLE `t` TO `u`;
CREATE OR REPLACE VIEW `t` AS
select `u`.`id` AS `id` from `u`;
