-- alter trigger g on t · BlocksDdl · None · lock 3 s
DROP TRIGGER `g`;
-- drop column t.a · SSY0402 · BlocksDdl · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;
-- alter trigger g on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `g` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.b = 2;
