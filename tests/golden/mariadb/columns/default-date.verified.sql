-- alter column t.a, alter column t.b, alter column t.c, alter column t.d · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` date DEFAULT '2026-01-02',
  MODIFY COLUMN `b` datetime DEFAULT '2026-01-02 03:04:05',
  MODIFY COLUMN `c` time DEFAULT '01:02:03',
  MODIFY COLUMN `d` year(4) DEFAULT 2026,
  ALGORITHM=INSTANT;
