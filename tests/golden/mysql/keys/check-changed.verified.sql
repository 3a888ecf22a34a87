-- before check constraint t.c: no row of SELECT * FROM `t` WHERE NOT ((`a` > 1)) LIMIT 1000
-- alter check constraint t.c · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP CONSTRAINT `c`, ADD CONSTRAINT `c` CHECK ((`a` > 1));
