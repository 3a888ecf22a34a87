-- before column t.n: no row of SELECT * FROM `t` LIMIT 3
ALTER TABLE `t`
  ADD COLUMN `n` int NOT NULL,
  ALGORITHM=INSTANT;
