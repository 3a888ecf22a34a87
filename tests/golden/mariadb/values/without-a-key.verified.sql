-- before column t.n: no row of SELECT * FROM `t` WHERE (id) IS NULL LIMIT 1000
-- add column t.n · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `n` int(11),
  ALGORITHM=INSTANT;
-- fill column t.n where it is missing, in one statement · SSY0415 · BlocksWrites · Rewrite · None · lock 3 s
UPDATE `t` SET `n` = (id) WHERE `n` IS NULL;
-- check column t.n · Scan · None · lock 3 s
-- no row: SELECT * FROM `t` WHERE `n` IS NULL AND (id) IS NULL;
-- fill column t.n of rows that came meanwhile · Rewrite · None · lock 3 s
UPDATE `t` SET `n` = (id) WHERE `n` IS NULL;
-- alter column t.n · SSY0403 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `n` int(11) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
