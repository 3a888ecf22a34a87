-- add trigger g on t · BlocksDdl · None · lock 3 s
CREATE TRIGGER `g` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = concat(NEW.a, 'it''s');
