ALTER TABLE `t`
  ADD COLUMN `a` varbinary(10) DEFAULT (0x00ff);
