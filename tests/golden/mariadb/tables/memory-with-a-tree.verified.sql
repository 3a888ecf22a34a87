-- before primary key t.primary key: no row of SELECT `id` AS key1, count(*) AS occurrences FROM `t` WHERE `id` IS NOT NULL GROUP BY `id` HAVING count(*) > 1 LIMIT 1000
-- add column t.a, alter primary key t.primary key, add unique constraint t.u, add index t.k, add index t.l · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  DROP PRIMARY KEY, ADD PRIMARY KEY (`id`) USING BTREE,
  ADD UNIQUE KEY `u` (`a`) USING BTREE,
  ADD KEY `k` (`a`) USING BTREE,
  ADD KEY `l` (`a`);
