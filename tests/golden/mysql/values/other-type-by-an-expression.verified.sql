-- before column t.v: no row of SELECT * FROM `t` WHERE `v` IS NOT NULL AND (CAST(right(v, 2) AS signed)) IS NULL LIMIT 1000
-- add column t.__schemasync_using_v · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `__schemasync_using_v` int GENERATED ALWAYS AS (CAST(right(v, 2) AS signed)) STORED;
-- alter column t.v · SSY0403 SSY0404 SSY0402 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `u`, ADD UNIQUE KEY `u` (`v`),
  DROP INDEX `i`, ADD KEY `i` (`w`, `v`),
  DROP COLUMN `v`, CHANGE COLUMN `__schemasync_using_v` `v` int NOT NULL AFTER `id`;
