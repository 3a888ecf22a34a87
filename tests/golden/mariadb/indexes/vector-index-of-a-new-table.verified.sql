-- add table t · None · lock 3 s
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  `v` vector(2) NOT NULL,
  PRIMARY KEY (`id`),
  VECTOR KEY `near` (`v`) DISTANCE=cosine
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
