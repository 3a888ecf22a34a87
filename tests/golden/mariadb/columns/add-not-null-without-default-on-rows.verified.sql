-- before column t.n: no row of SELECT * FROM `t` LIMIT 3
-- add column t.n · SSY0407 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `n` int(11) NOT NULL,
  ALGORITHM=INSTANT;
