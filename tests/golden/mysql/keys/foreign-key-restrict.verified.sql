-- before foreign key t.f: no row of SELECT c.* FROM `t` AS c LEFT JOIN `p` AS p ON p.`id` = c.`a` WHERE c.`a` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
-- add index t.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `f` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add foreign key t.f · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`) ON DELETE RESTRICT;
