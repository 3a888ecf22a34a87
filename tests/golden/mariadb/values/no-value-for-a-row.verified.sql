-- before column t.code: no row of SELECT * FROM `t` WHERE (lower(email)) IS NULL LIMIT 1000
-- add column t.code · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `code` varchar(20),
  ALGORITHM=INSTANT;
-- fill column t.code where it is missing, 2 rows at a time by `id` · Rewrite · None · lock 3 s · filled in batches
UPDATE `t` SET `code` = (lower(email)) WHERE `code` IS NULL;
-- check column t.code · Scan · None · lock 3 s
-- no row: SELECT * FROM `t` WHERE `code` IS NULL AND (lower(email)) IS NULL;
-- fill column t.code of rows that came meanwhile · Rewrite · None · lock 3 s
UPDATE `t` SET `code` = (lower(email)) WHERE `code` IS NULL;
-- alter column t.code · SSY0403 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `code` varchar(20) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
