-- alter column t.b, alter column t.c · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `i`,
  DROP COLUMN `b`,
  DROP COLUMN `c`,
  ADD COLUMN `b` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL AFTER `a`,
  ADD COLUMN `c` int GENERATED ALWAYS AS ((`b` * 2)) VIRTUAL AFTER `b`,
  ADD KEY `i` (`b`, `c`);
