-- before check constraint t.d: no row of SELECT * FROM `t` WHERE NOT (`a` > 0) LIMIT 1000
-- rename check constraint t.c to d · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP CONSTRAINT `c`, ADD CONSTRAINT `d` CHECK (`a` > 0);
