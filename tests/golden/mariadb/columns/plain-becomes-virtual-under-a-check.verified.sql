-- before column t.b: no row of SELECT * FROM (SELECT `id`, `a`, (`a` + 1) AS `b` FROM `t`) AS `t` WHERE NOT (`b` > `a`) LIMIT 1000
-- alter column t.b · SSY0403 SSY0404 SSY0402 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP CONSTRAINT `c`,
  DROP INDEX `i`,
  DROP COLUMN `b`,
  ADD COLUMN `b` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL AFTER `a`,
  ADD CONSTRAINT `c` CHECK (`b` > `a`),
  ADD KEY `i` (`b`),
  ALGORITHM=COPY;
