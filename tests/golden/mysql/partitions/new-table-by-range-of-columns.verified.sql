-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int,
  `b` varchar(9)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB
PARTITION BY RANGE COLUMNS(id, b)
(PARTITION `a` VALUES LESS THAN(1, 'x'),
 PARTITION `b` VALUES LESS THAN(MAXVALUE, MAXVALUE));
