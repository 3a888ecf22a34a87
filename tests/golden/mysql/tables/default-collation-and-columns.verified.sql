-- alter column t.a, alter column t.b, alter table t · SSY0404 · BlocksWrites · Scan · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(9),
  MODIFY COLUMN `b` text,
  DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  ALGORITHM=INPLACE, LOCK=SHARED;
