-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB
PARTITION BY LINEAR KEY(id) PARTITIONS 3;
