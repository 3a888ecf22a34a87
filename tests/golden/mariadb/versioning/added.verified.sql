-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  `a` int(11),
  `b` int(11) WITHOUT SYSTEM VERSIONING,
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB COMMENT='x' WITH SYSTEM VERSIONING;
