-- before unique constraint t.u: no row of SELECT `a` AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY `a` HAVING count(*) > 1 LIMIT 1000
ALTER TABLE `t`
  ADD UNIQUE KEY `u` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
