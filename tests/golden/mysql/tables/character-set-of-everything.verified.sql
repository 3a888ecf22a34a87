ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(9),
  MODIFY COLUMN `b` text,
  MODIFY COLUMN `e` enum('x','y'),
  DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
