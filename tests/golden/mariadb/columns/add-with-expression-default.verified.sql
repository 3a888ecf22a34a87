ALTER TABLE `t`
  ADD COLUMN `a` varchar(20) DEFAULT concat('a','b\'c');
