-- add trigger g on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `g` AFTER UPDATE ON `t` FOR EACH ROW BEGIN
  -- what changed
  IF NEW.a <> OLD.a THEN INSERT INTO log VALUES (NEW.a); INSERT INTO log VALUES (OLD.a); END IF;
END;
