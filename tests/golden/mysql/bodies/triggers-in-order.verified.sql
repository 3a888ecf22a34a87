-- add trigger z on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `z` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;;
-- add trigger m on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `m` BEFORE INSERT ON `t` FOR EACH ROW FOLLOWS `z` SET NEW.a = NEW.a * 5;
-- add trigger a on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `a` BEFORE INSERT ON `t` FOR EACH ROW FOLLOWS `m` SET NEW.a = NEW.a + 1;;
