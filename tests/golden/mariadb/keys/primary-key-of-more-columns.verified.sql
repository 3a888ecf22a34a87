-- before primary key t.primary key: no row of SELECT `id` AS key1, `a` AS key2, count(*) AS occurrences FROM `t` WHERE `id` IS NOT NULL AND `a` IS NOT NULL GROUP BY `id`, `a` HAVING count(*) > 1 LIMIT 1000
-- alter primary key t.primary key · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `a`),
  ALGORITHM=INPLACE, LOCK=NONE;
