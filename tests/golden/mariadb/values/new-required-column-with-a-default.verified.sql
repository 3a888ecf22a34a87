-- before column t.n: no row of SELECT * FROM `t` WHERE (id * 10) IS NULL LIMIT 1000
ALTER TABLE `t`
  ADD COLUMN `n` int(11),
  ALGORITHM=INSTANT;
UPDATE `t` SET `n` = (id * 10), `at` = `at` WHERE `n` IS NULL;
SELECT * FROM `t` WHERE `n` IS NULL AND (id * 10) IS NULL;
UPDATE `t` SET `n` = (id * 10), `at` = `at` WHERE `n` IS NULL;
ALTER TABLE `t`
  MODIFY COLUMN `n` int(11) NOT NULL DEFAULT 7,
  ALGORITHM=INPLACE, LOCK=NONE;
