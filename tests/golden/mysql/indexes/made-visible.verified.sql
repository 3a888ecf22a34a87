-- alter index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ALTER INDEX `k` VISIBLE,
  ALGORITHM=INPLACE, LOCK=NONE;
