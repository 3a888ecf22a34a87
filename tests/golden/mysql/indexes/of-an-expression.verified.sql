-- add index t.k, add index t.l, add index t.m · SSY0404 · BlocksWrites · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `k` (((`a` + 1))),
  ADD KEY `l` ((lower(`b`)) DESC, `a`),
  ADD KEY `m` ((concat(`b`,_utf8mb4'it\'s'))),
  ALGORITHM=INPLACE, LOCK=SHARED;
