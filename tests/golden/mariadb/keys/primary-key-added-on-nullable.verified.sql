-- before column t.id: no row of SELECT * FROM `t` WHERE `id` IS NULL LIMIT 1000
-- before primary key t.primary key: no row of SELECT `id` AS key1, count(*) AS occurrences FROM `t` WHERE `id` IS NOT NULL GROUP BY `id` HAVING count(*) > 1 LIMIT 1000
-- alter column t.id, add primary key t.primary key · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `id` int(11) NOT NULL,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
