-- before column t.a: no row of SELECT * FROM `t` WHERE `a` IS NULL LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` int NOT NULL,
  ADD COLUMN `v` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL;
