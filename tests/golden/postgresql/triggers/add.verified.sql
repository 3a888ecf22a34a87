-- add trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" BEFORE INSERT OR UPDATE OF "a" ON "t" FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION f('x', 'it''s');
