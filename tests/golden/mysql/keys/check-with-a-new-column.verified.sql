-- add column t.a, add check constraint t.c · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int,
  ADD CONSTRAINT `c` CHECK ((`a` > `id`));
