-- before primary key t.primary key: no row of SELECT `a` AS key1, `b` AS key2, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL AND `b` IS NOT NULL GROUP BY `a`, `b` HAVING count(*) > 1 LIMIT 1000
-- add primary key t.primary key · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD PRIMARY KEY (`a` DESC, `b`),
  ALGORITHM=INPLACE, LOCK=NONE;
