-- before check constraint t.CONSTRAINT_1: no row of SELECT * FROM `t` WHERE NOT (`a` in (1,2,3)) LIMIT 1000
ALTER TABLE `t`
  ADD CONSTRAINT `CONSTRAINT_1` CHECK (`a` in (1,2,3));
