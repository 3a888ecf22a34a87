-- rename unique constraint p.u to v · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `p`
  RENAME INDEX `u` TO `v`,
  ALGORITHM=INPLACE, LOCK=NONE;
