-- drop unique constraint t.u · SSY0409 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `u`,
  ALGORITHM=INPLACE, LOCK=NONE;
