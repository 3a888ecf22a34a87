-- rename column t.a to b · SSY0403 SSY0404 SSY0408 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `k`,
  RENAME COLUMN `a` TO `b`,
  ADD KEY `k` (((`b` + 1)));
