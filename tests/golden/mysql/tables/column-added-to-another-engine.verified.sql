ALTER TABLE `t`
  ADD COLUMN `a` int,
  ADD KEY `k` (`a`);
