-- alter column t.b · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `i`,
  DROP COLUMN `b`,
  ADD COLUMN `b` int(11) GENERATED ALWAYS AS (`a` + 1) STORED AFTER `a`,
  ADD KEY `i` (`b`),
  ALGORITHM=COPY;
-- alter column t.b · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `b` int(11);
