-- before column b.n: no row of SELECT * FROM `a` LIMIT 3
-- rename table a to b · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `a` TO `b`;
-- add column b.n · SSY0407 · BlocksDdl · None · lock 3 s
ALTER TABLE `b`
  ADD COLUMN `n` int(11) NOT NULL,
  ALGORITHM=INSTANT;
