-- alter column t.a · SSY0403 SSY0408 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) DEFAULT 3,
  ALGORITHM=INPLACE, LOCK=NONE;
