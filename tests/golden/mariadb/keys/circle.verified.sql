-- before foreign key a.fa: no row of SELECT c.* FROM `a` AS c LEFT JOIN `b` AS p ON p.`id` = c.`b` WHERE c.`b` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
-- before foreign key b.fb: no row of SELECT c.* FROM `b` AS c LEFT JOIN `a` AS p ON p.`id` = c.`a` WHERE c.`a` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
-- add index a.fa · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `a`
  ADD KEY `fa` (`b`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add index b.fb · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `b`
  ADD KEY `fb` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add foreign key a.fa · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `a`
  ADD CONSTRAINT `fa` FOREIGN KEY (`b`) REFERENCES `b` (`id`);
-- add foreign key b.fb · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `b`
  ADD CONSTRAINT `fb` FOREIGN KEY (`a`) REFERENCES `a` (`id`);
