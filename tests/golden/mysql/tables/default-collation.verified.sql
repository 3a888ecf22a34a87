-- alter table t · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  ALGORITHM=INPLACE, LOCK=NONE;
