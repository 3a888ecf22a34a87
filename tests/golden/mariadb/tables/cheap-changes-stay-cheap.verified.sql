-- alter column t.a, add column t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) DEFAULT 3,
  ADD COLUMN `c` int(11),
  ALGORITHM=INSTANT;
-- add index t.l · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `l` (`b`, `c`),
  ALGORITHM=INPLACE, LOCK=NONE;
