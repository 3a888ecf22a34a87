-- drop view v · SSY0408 · BlocksDdl · None · lock 3 s
DROP VIEW `v`;
-- add table v · None · lock 3 s
CREATE TABLE `v` (
  `id` int(11)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
