-- before check constraint t.c: no row of SELECT * FROM `t` WHERE NOT (`a` <> 'it\'s' and `a` <> 'b\\c') LIMIT 1000
ALTER TABLE `t`
  ADD CONSTRAINT `c` CHECK (`a` <> 'it\'s' and `a` <> 'b\\c');
