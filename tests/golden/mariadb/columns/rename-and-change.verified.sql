-- rename column t.a to b · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;
-- alter column t.b · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `b` bigint(20) NOT NULL DEFAULT 0;
