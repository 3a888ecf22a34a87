-- before foreign key a.fa: no row of SELECT c.* FROM `a` AS c LEFT JOIN `b` AS p ON p.`id` = c.`b` WHERE c.`b` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
-- before foreign key b.fb: no row of SELECT c.* FROM `b` AS c LEFT JOIN `a` AS p ON p.`id` = c.`a` WHERE c.`a` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
ALTER TABLE `a`
  ADD KEY `fa` (`b`),
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `b`
  ADD KEY `fb` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `a`
  ADD CONSTRAINT `fa` FOREIGN KEY (`b`) REFERENCES `b` (`id`);
ALTER TABLE `b`
  ADD CONSTRAINT `fb` FOREIGN KEY (`a`) REFERENCES `a` (`id`);
