-- before column t.b: no row of SELECT * FROM `t` WHERE `b` IS NULL LIMIT 1000
-- before check constraint t.x: no row of SELECT * FROM `t` WHERE NOT ((`a` > 0)) LIMIT 1000
-- drop column t.c, alter column t.a, alter column t.b, add column t.d, alter table t, add check constraint t.x, add index t.l · SSY0403 SSY0404 SSY0402 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `c`,
  MODIFY COLUMN `a` bigint,
  MODIFY COLUMN `b` varchar(10) NOT NULL DEFAULT '',
  ADD COLUMN `d` varchar(4),
  COMMENT='x',
  ADD CONSTRAINT `x` CHECK ((`a` > 0)),
  ADD KEY `l` (`d`);
