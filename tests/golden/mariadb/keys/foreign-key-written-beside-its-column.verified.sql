-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  ALGORITHM=INSTANT;
-- add index t.a · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `a` (`a`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- add foreign key t.t_ibfk_1 · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `t_ibfk_1` FOREIGN KEY (`a`) REFERENCES `p` (`id`);
