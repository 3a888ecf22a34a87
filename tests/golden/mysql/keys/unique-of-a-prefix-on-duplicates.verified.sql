-- before unique constraint t.u: no row of SELECT LEFT(`a`, 3) AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY LEFT(`a`, 3) HAVING count(*) > 1 LIMIT 1000
-- add unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD UNIQUE KEY `u` (`a`(3)),
  ALGORITHM=INPLACE, LOCK=NONE;
