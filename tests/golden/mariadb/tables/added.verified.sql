-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `a` varchar(10) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `u` (`a`),
  KEY `k` (`a`, `id`),
  CONSTRAINT `c` CHECK (`a` <> '')
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB COMMENT='it''s a "table"';
