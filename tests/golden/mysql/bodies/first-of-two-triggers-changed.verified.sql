-- alter trigger x on t · BlocksDdl · None · lock 3 s
DROP TRIGGER `x`;
-- alter trigger x on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `x` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `y` SET NEW.a = 3;;
