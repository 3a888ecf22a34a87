-- before foreign key t.f: no row of SELECT c.* FROM `t` AS c LEFT JOIN `p` AS p ON p.`a` = c.`x` AND p.`b` = c.`y` WHERE c.`x` IS NOT NULL AND c.`y` IS NOT NULL AND p.`a` IS NULL LIMIT 1000
ALTER TABLE `t`
  ADD KEY `f` (`x`, `y`),
  ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`x`, `y`) REFERENCES `p` (`a`, `b`);
