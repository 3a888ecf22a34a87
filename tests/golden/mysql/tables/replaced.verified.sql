-- drop table a · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `a`;
-- add table b · None · lock 3 s
CREATE TABLE `b` (
  `id` int NOT NULL,
  `y` varchar(3),
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
