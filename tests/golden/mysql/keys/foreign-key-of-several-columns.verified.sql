-- before foreign key t.f: no row of SELECT c.* FROM `t` AS c LEFT JOIN `p` AS p ON p.`a` = c.`x` AND p.`b` = c.`y` WHERE c.`x` IS NOT NULL AND c.`y` IS NOT NULL AND p.`a` IS NULL LIMIT 1000
-- add index t.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `f` (`x`, `y`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add foreign key t.f · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`x`, `y`) REFERENCES `p` (`a`, `b`);
