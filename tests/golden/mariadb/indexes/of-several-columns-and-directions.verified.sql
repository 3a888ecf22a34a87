-- add index t.k, add index t.l · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `k` (`a`, `b` DESC),
  ADD KEY `l` (`b`(10)),
  ALGORITHM=INPLACE, LOCK=NONE;
