-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB
PARTITION BY HASH(`id`) PARTITIONS 4;
