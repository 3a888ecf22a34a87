-- drop column t.a · SSY0402 · BlocksDdl · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;
-- alter view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id` from `t`;
