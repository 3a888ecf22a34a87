ALTER TABLE `t`
  DROP INDEX `k`, ADD KEY `k` (((`a` + 2)));
