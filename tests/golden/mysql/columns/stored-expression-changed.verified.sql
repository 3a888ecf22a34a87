-- alter column t.b · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `b` int GENERATED ALWAYS AS ((`a` * 3)) STORED;
