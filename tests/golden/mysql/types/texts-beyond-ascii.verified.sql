-- before check constraint t.t_chk_1: no row of SELECT * FROM `t` WHERE NOT ((`status` in (_utf8mb4'offen',_utf8mb4'gelöscht😀'))) LIMIT 1000
-- before check constraint t.t_chk_2: no row of SELECT * FROM (SELECT `id`, `status`, (NULL) AS `größe` FROM `t`) AS `t` WHERE NOT ((`größe` > 0)) LIMIT 1000
-- alter column t.status, add column t.größe, add check constraint t.t_chk_1, add check constraint t.t_chk_2 · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `status` varchar(20) DEFAULT (concat(_utf8mb4'gelöscht',_utf8mb4'😀')),
  ADD COLUMN `größe` int,
  ADD CONSTRAINT `t_chk_1` CHECK ((`status` in (_utf8mb4'offen',_utf8mb4'gelöscht😀'))),
  ADD CONSTRAINT `t_chk_2` CHECK ((`größe` > 0));
