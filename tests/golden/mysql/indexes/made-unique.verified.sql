-- before unique constraint t.k: no row of SELECT `a` AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY `a` HAVING count(*) > 1 LIMIT 1000
-- drop index t.k, add unique constraint t.k · SSY0407 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `k`,
  ADD UNIQUE KEY `k` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
