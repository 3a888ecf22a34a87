ALTER TABLE `t`
  ADD COLUMN `a` int,
  ADD CONSTRAINT `c` CHECK ((`a` > `id`));
