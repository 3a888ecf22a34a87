-- before primary key t.primary key: no row of SELECT `a` AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY `a` HAVING count(*) > 1 LIMIT 1000
-- alter primary key t.primary key · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP PRIMARY KEY, ADD PRIMARY KEY (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
