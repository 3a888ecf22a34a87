-- before column t.g: no row of SELECT * FROM `t` LIMIT 3
-- add column t.g, add index t.s · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `g` point NOT NULL SRID 4326,
  ADD SPATIAL KEY `s` (`g`);
