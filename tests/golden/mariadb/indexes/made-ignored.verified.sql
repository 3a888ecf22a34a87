-- alter index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ALTER INDEX `k` IGNORED,
  ALGORITHM=INPLACE, LOCK=NONE;
