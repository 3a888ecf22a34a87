-- rename column t.a to b · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;
-- alter view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `t`.`b` AS `x` from `t`;
