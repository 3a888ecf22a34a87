-- before column t.a: no row of SELECT * FROM `t` WHERE `a` IS NULL LIMIT 1000
-- alter column t.a, add column t.v · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) NOT NULL,
  ADD COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL;
