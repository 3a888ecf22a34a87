-- before check constraint t.c: no row of SELECT * FROM `t` WHERE NOT (`a` > 0 and `a` <> 7) LIMIT 1000
ALTER TABLE `t`
  ADD CONSTRAINT `c` CHECK (`a` > 0 and `a` <> 7);
