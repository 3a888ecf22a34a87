-- rename table t to u · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `t` TO `u`;
-- add view t · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `t` AS
select `u`.`id` AS `id` from `u`;
