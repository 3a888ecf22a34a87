-- alter column t.b · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `i`,
  DROP COLUMN `b`,
  ADD COLUMN `b` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL AFTER `a`,
  ADD KEY `i` (`b`, `c`),
  ALGORITHM=COPY;
