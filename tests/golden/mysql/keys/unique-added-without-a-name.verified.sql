-- before unique constraint t.a: no row of SELECT `a` AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY `a` HAVING count(*) > 1 LIMIT 1000
-- add unique constraint t.a · SSY0407 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD UNIQUE KEY `a` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
