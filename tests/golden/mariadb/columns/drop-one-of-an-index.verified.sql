-- drop column t.a, alter index t.k · SSY0403 SSY0402 · BlocksDdl · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `a`,
  DROP INDEX `k`, ADD KEY `k` (`b`),
  ALGORITHM=INPLACE, LOCK=NONE;
