-- before foreign key t.g: no row of SELECT c.* FROM `t` AS c LEFT JOIN `p` AS p ON p.`id` = c.`a` WHERE c.`a` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
-- rename foreign key t.f to g · BlocksDdl · None · lock 3 s
ALTER TABLE `t` DROP FOREIGN KEY `f`;
-- rename foreign key t.f to g · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `g` FOREIGN KEY (`a`) REFERENCES `p` (`id`);
