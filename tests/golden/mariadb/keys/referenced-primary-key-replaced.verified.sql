-- before primary key p.primary key: no row of SELECT `x` AS key1, count(*) AS occurrences FROM `p` WHERE `x` IS NOT NULL GROUP BY `x` HAVING count(*) > 1 LIMIT 1000
-- before unique constraint p.u: no row of SELECT `id` AS key1, count(*) AS occurrences FROM `p` WHERE `id` IS NOT NULL GROUP BY `id` HAVING count(*) > 1 LIMIT 1000
-- alter primary key p.primary key, add unique constraint p.u · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `p`
  DROP PRIMARY KEY, ADD PRIMARY KEY (`x`),
  ADD UNIQUE KEY `u` (`id`),
  ALGORITHM=INPLACE, LOCK=NONE;
