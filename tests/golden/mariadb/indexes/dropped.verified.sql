-- drop index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `k`,
  ALGORITHM=INPLACE, LOCK=NONE;
