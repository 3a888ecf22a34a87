-- add index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `k` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
