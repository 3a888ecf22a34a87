ALTER TABLE `t`
  ADD KEY `k` (`a`, `b` DESC),
  ADD KEY `l` (`b`(10)),
  ALGORITHM=INPLACE, LOCK=NONE;
