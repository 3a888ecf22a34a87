-- drop index t.k, drop column t.a · SSY0403 SSY0402 · BlocksDdl · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP INDEX `k`,
  DROP COLUMN `a`,
  ALGORITHM=INPLACE, LOCK=NONE;
