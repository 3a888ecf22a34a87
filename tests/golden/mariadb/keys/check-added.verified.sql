-- before check constraint t.c: no row of SELECT * FROM `t` WHERE NOT (`a` > 0 and `a` <> 7) LIMIT 1000
-- add check constraint t.c · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `c` CHECK (`a` > 0 and `a` <> 7);
