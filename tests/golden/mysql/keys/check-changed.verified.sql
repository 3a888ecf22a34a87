-- before check constraint t.c: no row of SELECT * FROM `t` WHERE NOT ((`a` > 1)) LIMIT 1000
ALTER TABLE `t`
  DROP CONSTRAINT `c`, ADD CONSTRAINT `c` CHECK ((`a` > 1));
