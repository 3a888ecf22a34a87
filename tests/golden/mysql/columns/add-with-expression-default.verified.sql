ALTER TABLE `t`
  ADD COLUMN `a` varchar(20) DEFAULT (concat(_utf8mb4'a',_utf8mb4'b\'c'));
