-- alter column t.a · SSY0403 SSY0404 SSY0402 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(10,1);
