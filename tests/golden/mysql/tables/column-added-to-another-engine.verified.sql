-- add column t.a, add index t.k · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int,
  ADD KEY `k` (`a`);
