-- drop column t.a, add column t.b · SSY0402 · BlocksDdl · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `a`,
  ADD COLUMN `b` varchar(7),
  ALGORITHM=INSTANT;
