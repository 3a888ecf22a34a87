-- before check constraint t.(`a` > 1): no row of SELECT * FROM `t` WHERE NOT (`a` > 1) LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) CHECK (`a` > 1),
  ALGORITHM=COPY;
