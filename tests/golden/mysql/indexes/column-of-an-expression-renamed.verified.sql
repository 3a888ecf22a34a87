ALTER TABLE `t`
  DROP INDEX `k`,
  RENAME COLUMN `a` TO `b`,
  ADD KEY `k` (((`b` + 1)));
