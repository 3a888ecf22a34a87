-- before unique constraint t.u: no row of SELECT `a` AS key1, `b` AS key2, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL AND `b` IS NOT NULL GROUP BY `a`, `b` HAVING count(*) > 1 LIMIT 1000
-- add unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD UNIQUE KEY `u` (`a`, `b`),
  ALGORITHM=INPLACE, LOCK=NONE;
