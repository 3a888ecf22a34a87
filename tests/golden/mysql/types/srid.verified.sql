-- before column t.g: no row of SELECT * FROM `t` LIMIT 3
ALTER TABLE `t`
  ADD COLUMN `g` point NOT NULL SRID 4326,
  ADD SPATIAL KEY `s` (`g`);
