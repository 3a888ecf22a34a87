DROP TABLE `a`;
CREATE TABLE `b` (
  `id` int NOT NULL,
  `y` varchar(3),
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
