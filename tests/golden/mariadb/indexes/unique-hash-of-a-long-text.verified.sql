-- before unique constraint t.k: no row of SELECT `a` AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY `a` HAVING count(*) > 1 LIMIT 1000
-- add unique constraint t.k · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD UNIQUE KEY `k` (`a`) USING HASH;
