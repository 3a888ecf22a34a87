-- rename unique constraint t.u to v · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  RENAME INDEX `u` TO `v`,
  ALGORITHM=INPLACE, LOCK=NONE;
