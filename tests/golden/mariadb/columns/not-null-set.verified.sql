-- before column t.a: no row of SELECT * FROM `t` WHERE `a` IS NULL LIMIT 1000
-- alter column t.a · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
