-- rename column t.a to b · SSY0403 SSY0404 SSY0408 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP CONSTRAINT `c`,
  RENAME COLUMN `a` TO `b`,
  ADD CONSTRAINT `c` CHECK ((`b` > 0));
