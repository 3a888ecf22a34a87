-- before check constraint t.d: no row of SELECT * FROM `t` WHERE NOT ((`a` > 0)) LIMIT 1000
ALTER TABLE `t`
  DROP CONSTRAINT `c`, ADD CONSTRAINT `d` CHECK ((`a` > 0));
