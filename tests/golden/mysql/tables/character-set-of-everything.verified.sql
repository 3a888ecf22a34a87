-- alter column t.a, alter column t.b, alter column t.e, alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(9),
  MODIFY COLUMN `b` text,
  MODIFY COLUMN `e` enum('x','y'),
  DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
