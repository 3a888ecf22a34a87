-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int,
  ALGORITHM=INSTANT;
-- add index t.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `f` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add foreign key t.f · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`);
