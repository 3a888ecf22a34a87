-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int,
  ALGORITHM=INSTANT;
-- add index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `k` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
