-- before foreign key t.f: no row of SELECT c.* FROM `t` AS c WHERE c.`a` IS NOT NULL LIMIT 1000
-- add index t.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `f` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add table p · None · lock 3 s
CREATE TABLE `p` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add foreign key t.f · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`);
