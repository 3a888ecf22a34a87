ALTER TABLE `t`
  ADD UNIQUE KEY `k` ((lower(`b`)));
