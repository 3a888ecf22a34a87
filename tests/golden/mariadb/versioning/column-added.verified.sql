ALTER TABLE `t`
  ADD COLUMN `b` int(11);
