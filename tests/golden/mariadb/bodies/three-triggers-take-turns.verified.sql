-- alter trigger x on t · BlocksDdl · None · lock 3 s
DROP TRIGGER `x`;
-- alter trigger z on t · BlocksDdl · None · lock 3 s
DROP TRIGGER `z`;
-- alter trigger z on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `z` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `y` SET NEW.a = NEW.a - 3;
-- alter trigger x on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `x` BEFORE INSERT ON `t` FOR EACH ROW FOLLOWS `z` SET NEW.a = NEW.a + 1;
