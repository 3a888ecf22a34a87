-- before check constraint t.(`a` > 0): no row of SELECT * FROM `t` WHERE NOT (`a` > 0) LIMIT 1000
-- add check constraint t.(`a` > 0) · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) CHECK (`a` > 0),
  ALGORITHM=COPY;
