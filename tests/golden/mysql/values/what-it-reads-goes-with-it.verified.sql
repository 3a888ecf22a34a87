-- before column t.name: no row of SELECT * FROM `t` WHERE (concat_ws(' ', first, last)) IS NULL LIMIT 1000
-- add column t.name · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `name` varchar(41) AFTER `id`,
  ALGORITHM=INSTANT;
-- fill column t.name where it is missing, 2 rows at a time by `id` · Rewrite · None · lock 3 s · filled in batches
UPDATE `t` SET `name` = (concat_ws(' ', first, last)) WHERE `name` IS NULL;
-- check column t.name · Scan · None · lock 3 s
-- no row: SELECT * FROM `t` WHERE `name` IS NULL AND (concat_ws(' ', first, last)) IS NULL;
-- fill column t.name of rows that came meanwhile · Rewrite · None · lock 3 s
UPDATE `t` SET `name` = (concat_ws(' ', first, last)) WHERE `name` IS NULL;
-- drop column t.first, drop column t.last, alter column t.name · SSY0403 SSY0402 · BlocksDdl · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `first`,
  DROP COLUMN `last`,
  MODIFY COLUMN `name` varchar(41) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
