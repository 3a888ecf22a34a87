-- add unique constraint t.k · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD UNIQUE KEY `k` ((lower(`b`)));
