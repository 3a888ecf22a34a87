-- drop column t.a · SSY0402 · BlocksDdl · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;
