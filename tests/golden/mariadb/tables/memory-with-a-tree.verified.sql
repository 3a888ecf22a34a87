-- before primary key t.primary key: no row of SELECT `id` AS key1, count(*) AS occurrences FROM `t` WHERE `id` IS NOT NULL GROUP BY `id` HAVING count(*) > 1 LIMIT 1000
ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  DROP PRIMARY KEY, ADD PRIMARY KEY (`id`) USING BTREE,
  ADD UNIQUE KEY `u` (`a`) USING BTREE,
  ADD KEY `k` (`a`) USING BTREE,
  ADD KEY `l` (`a`);
