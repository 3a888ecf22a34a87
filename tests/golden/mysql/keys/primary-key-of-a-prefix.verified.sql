-- before primary key t.primary key: no row of SELECT LEFT(`a`, 20) AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY LEFT(`a`, 20) HAVING count(*) > 1 LIMIT 1000
ALTER TABLE `t`
  ADD PRIMARY KEY (`a`(20)),
  ALGORITHM=INPLACE, LOCK=NONE;
