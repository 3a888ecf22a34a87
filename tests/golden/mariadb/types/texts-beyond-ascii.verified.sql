-- before check constraint t.CONSTRAINT_1: no row of SELECT * FROM `t` WHERE NOT (`status` in ('offen','gelöscht😀')) LIMIT 1000
-- before check constraint t.CONSTRAINT_2: no row of SELECT * FROM (SELECT `id`, `status`, (NULL) AS `größe` FROM `t`) AS `t` WHERE NOT (`größe` > 0) LIMIT 1000
-- alter column t.status, add column t.größe, add check constraint t.CONSTRAINT_1, add check constraint t.CONSTRAINT_2 · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `status` varchar(20) DEFAULT concat('gelöscht','😀'),
  ADD COLUMN `größe` int(11),
  ADD CONSTRAINT `CONSTRAINT_1` CHECK (`status` in ('offen','gelöscht😀')),
  ADD CONSTRAINT `CONSTRAINT_2` CHECK (`größe` > 0);
