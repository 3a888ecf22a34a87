-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int,
  `d` date
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB
PARTITION BY RANGE(year(`d`))
(PARTITION `p0` VALUES LESS THAN(2020) COMMENT = 'old',
 PARTITION `p1` VALUES LESS THAN MAXVALUE);
