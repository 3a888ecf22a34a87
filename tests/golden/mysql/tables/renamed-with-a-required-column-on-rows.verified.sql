-- before column b.n: no row of SELECT * FROM `a` LIMIT 3
RENAME TABLE `a` TO `b`;
ALTER TABLE `b`
  ADD COLUMN `n` int NOT NULL,
  ALGORITHM=INSTANT;
