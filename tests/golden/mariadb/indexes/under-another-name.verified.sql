-- drop index t.k, add index t.l · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `k`,
  ADD KEY `l` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
