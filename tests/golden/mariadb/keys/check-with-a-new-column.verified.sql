ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  ADD CONSTRAINT `c` CHECK (`a` > `id`);
