-- alter table t · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  COMMENT='it''s \\ "x"',
  ALGORITHM=INPLACE, LOCK=NONE;
