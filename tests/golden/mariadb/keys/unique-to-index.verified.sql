-- drop unique constraint t.k, add index t.k · SSY0409 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `k`,
  ADD KEY `k` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
