-- add trigger "G ""g" on T · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "G ""g" BEFORE UPDATE OF "Q""q" ON "T" FOR EACH ROW WHEN ((old."Q""q" IS DISTINCT FROM new."Q""q")) EXECUTE FUNCTION "F"('a''b', '\', '');
