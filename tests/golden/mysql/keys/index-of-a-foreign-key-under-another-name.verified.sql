-- drop index t.f, add index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `f`,
  ADD KEY `k` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
