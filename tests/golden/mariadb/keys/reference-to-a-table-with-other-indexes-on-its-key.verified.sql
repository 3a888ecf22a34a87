-- before foreign key t.f: no row of SELECT c.* FROM `t` AS c LEFT JOIN `p` AS p ON p.`id` = c.`p` WHERE c.`p` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
-- add index t.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `f` (`p`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add table c · None · lock 3 s
CREATE TABLE `c` (
  `id` int(11) NOT NULL,
  `p` int(11),
  PRIMARY KEY (`id`),
  KEY `g` (`p`),
  CONSTRAINT `g` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add foreign key t.f · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`p`) REFERENCES `p` (`id`);
