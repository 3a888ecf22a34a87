ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  ADD KEY `k` (`a`);
