-- before primary key t.primary key: no row of SELECT `id` AS key1, count(*) AS occurrences FROM `t` WHERE `id` IS NOT NULL GROUP BY `id` HAVING count(*) > 1 LIMIT 1000
-- add primary key t.primary key · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
