RENAME TABLE `t` TO `u`;
CREATE OR REPLACE VIEW `v` AS
select `u`.`id` AS `id` from `u`;
