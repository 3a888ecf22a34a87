-- drop trigger x on t · SSY0408 · BlocksDdl · None · lock 3 s
DROP TRIGGER `x`;
-- alter trigger y on t · BlocksDdl · None · lock 3 s
DROP TRIGGER `y`;
-- alter trigger y on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `y` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 2;
