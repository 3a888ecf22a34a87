-- before primary key t.primary key: no row of SELECT LEFT(`a`, 20) AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY LEFT(`a`, 20) HAVING count(*) > 1 LIMIT 1000
-- add primary key t.primary key · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD PRIMARY KEY (`a`(20)),
  ALGORITHM=INPLACE, LOCK=NONE;
