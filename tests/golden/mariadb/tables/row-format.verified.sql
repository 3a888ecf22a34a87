-- alter table t · SSY0403 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ROW_FORMAT=COMPACT,
  ALGORITHM=INPLACE, LOCK=NONE;
