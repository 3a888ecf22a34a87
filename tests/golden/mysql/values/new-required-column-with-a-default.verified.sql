-- before column t.n: no row of SELECT * FROM `t` WHERE (id * 10) IS NULL LIMIT 1000
-- add column t.n · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `n` int,
  ALGORITHM=INSTANT;
-- fill column t.n where it is missing, 2 rows at a time by `id` · None · lock 3 s
SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
-- fill column t.n where it is missing, 2 rows at a time by `id` · Rewrite · None · lock 3 s · filled in batches
UPDATE `t` SET `n` = (id * 10), `at` = `at` WHERE `n` IS NULL;
-- check column t.n · Scan · None · lock 3 s
-- no row: SELECT * FROM `t` WHERE `n` IS NULL AND (id * 10) IS NULL;
-- fill column t.n of rows that came meanwhile · Rewrite · None · lock 3 s
UPDATE `t` SET `n` = (id * 10), `at` = `at` WHERE `n` IS NULL;
-- fill column t.n of rows that came meanwhile · None · lock 3 s
SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
-- alter column t.n · SSY0403 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `n` int NOT NULL DEFAULT 7,
  ALGORITHM=INPLACE, LOCK=NONE;
