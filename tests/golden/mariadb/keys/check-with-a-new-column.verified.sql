-- before check constraint t.c: no row of SELECT * FROM (SELECT `id`, (NULL) AS `a` FROM `t`) AS `t` WHERE NOT (`a` > `id`) LIMIT 1000
-- add column t.a, add check constraint t.c · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  ADD CONSTRAINT `c` CHECK (`a` > `id`);
