-- before unique constraint t.k: no row of SELECT `a` AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY `a` HAVING count(*) > 1 LIMIT 1000
ALTER TABLE `t`
  DROP INDEX `k`,
  ADD UNIQUE KEY `k` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
