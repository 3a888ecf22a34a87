-- before unique constraint t.u: no row of SELECT `b` AS key1, count(*) AS occurrences FROM `t` WHERE `b` IS NOT NULL GROUP BY `b` HAVING count(*) > 1 LIMIT 1000
-- alter unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `u`, ADD UNIQUE KEY `u` (`b`),
  ALGORITHM=INPLACE, LOCK=NONE;
