-- alter table t · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  COMMENT='',
  ALGORITHM=INPLACE, LOCK=NONE;
