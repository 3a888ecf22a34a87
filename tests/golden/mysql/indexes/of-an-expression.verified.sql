ALTER TABLE `t`
  ADD KEY `k` (((`a` + 1))),
  ADD KEY `l` ((lower(`b`)) DESC, `a`),
  ADD KEY `m` ((concat(`b`,_utf8mb4'it\'s'))),
  ALGORITHM=INPLACE, LOCK=SHARED;
