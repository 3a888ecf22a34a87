-- keep trigger h on t · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "h" ON "t";
-- keep trigger g on t · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "g" ON "t";
-- alter column t.a · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;
-- keep trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" BEFORE UPDATE OF "a" ON "t" FOR EACH ROW EXECUTE FUNCTION f();
-- keep trigger h on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "h" BEFORE UPDATE ON "t" FOR EACH ROW WHEN ((new.a > 1)) EXECUTE FUNCTION f();
-- keep trigger h on t · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TRIGGER "h" ON "t" IS 'kept';
