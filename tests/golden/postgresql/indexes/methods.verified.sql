-- None
CREATE INDEX CONCURRENTLY "br" ON "t" USING "brin" ("d");
-- None
CREATE INDEX CONCURRENTLY "g" ON "t" USING "gin" ("b" jsonb_path_ops);
-- None
CREATE INDEX CONCURRENTLY "h" ON "t" USING "hash" ("a");
-- None
CREATE INDEX CONCURRENTLY "s" ON "t" USING "gist" ("c");
