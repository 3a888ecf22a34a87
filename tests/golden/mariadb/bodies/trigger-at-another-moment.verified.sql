-- alter trigger g on t · BlocksDdl · None · lock 3 s
DROP TRIGGER `g`;
-- alter trigger g on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `g` AFTER DELETE ON `t` FOR EACH ROW INSERT INTO log VALUES (1);
