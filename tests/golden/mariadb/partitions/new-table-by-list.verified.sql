-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int(11)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB
PARTITION BY LIST(`id`)
(PARTITION `a` VALUES in(1, 2),
 PARTITION `b` VALUES in(null, 3));
