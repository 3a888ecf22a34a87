-- before primary key t.primary key: no row of SELECT `id` AS key1, count(*) AS occurrences FROM `t` WHERE `id` IS NOT NULL GROUP BY `id` HAVING count(*) > 1 LIMIT 1000
ALTER TABLE `t`
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
