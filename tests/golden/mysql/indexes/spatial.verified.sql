-- add index t.s · SSY0404 · BlocksWrites · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD SPATIAL KEY `s` (`g`),
  ALGORITHM=INPLACE, LOCK=SHARED;
