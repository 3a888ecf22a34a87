-- before unique constraint t.u: no row of SELECT `x` AS key1, count(*) AS occurrences FROM `t` WHERE `x` IS NOT NULL GROUP BY `x` HAVING count(*) > 1 LIMIT 1000
-- rename table a to b · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `a` TO `b`;
-- add unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD UNIQUE KEY `u` (`x`),
  ALGORITHM=INPLACE, LOCK=NONE;
