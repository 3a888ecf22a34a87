-- alter column t.a, add column t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int DEFAULT 3,
  ADD COLUMN `c` int,
  ALGORITHM=INSTANT;
-- add index t.l · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `l` (`b`, `c`),
  ALGORITHM=INPLACE, LOCK=NONE;
