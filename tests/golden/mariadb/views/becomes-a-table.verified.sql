DROP VIEW `v`;
CREATE TABLE `v` (
  `id` int(11)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
