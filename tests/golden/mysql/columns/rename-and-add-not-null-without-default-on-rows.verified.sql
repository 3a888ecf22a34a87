-- before column t.n: no row of SELECT * FROM `t` LIMIT 3
-- rename column t.a to b · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;
-- add column t.n · SSY0407 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `n` int NOT NULL,
  ALGORITHM=INSTANT;
