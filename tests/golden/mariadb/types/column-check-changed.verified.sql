-- before check constraint t.(`a` > 1): no row of SELECT * FROM `t` WHERE NOT (`a` > 1) LIMIT 1000
-- drop check constraint t.(`a` > 0), add check constraint t.(`a` > 1) · SSY0403 SSY0404 SSY0409 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) CHECK (`a` > 1),
  ALGORITHM=COPY;
