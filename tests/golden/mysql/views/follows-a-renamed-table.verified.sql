-- rename table t to u · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `t` TO `u`;
-- alter view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `u`.`id` AS `id` from `u`;
