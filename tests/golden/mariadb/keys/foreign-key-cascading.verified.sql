-- before foreign key t.f: no row of SELECT c.* FROM `t` AS c LEFT JOIN `p` AS p ON p.`id` = c.`a` WHERE c.`a` IS NOT NULL AND p.`id` IS NULL LIMIT 1000
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`) ON DELETE CASCADE ON UPDATE SET NULL;
