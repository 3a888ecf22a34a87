ALTER TABLE `t`
  ADD COLUMN `a` int(11);
