-- before column t.a: no row of SELECT * FROM `t` WHERE `a` IS NULL LIMIT 1000
-- keep foreign key t.f · BlocksDdl · None · lock 3 s
ALTER TABLE `t` DROP FOREIGN KEY `f`;
-- alter column t.a · SSY0403 SSY0407 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
-- keep foreign key t.f · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`);
