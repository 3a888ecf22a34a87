-- before unique constraint t.u: no row of SELECT `x` AS key1, count(*) AS occurrences FROM `t` WHERE `x` IS NOT NULL GROUP BY `x` HAVING count(*) > 1 LIMIT 1000
RENAME TABLE `a` TO `b`;
ALTER TABLE `t`
  ADD UNIQUE KEY `u` (`x`),
  ALGORITHM=INPLACE, LOCK=NONE;
