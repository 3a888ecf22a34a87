-- add index t.br · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "br" ON "t" USING "brin" ("d");
-- add index t.g · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "g" ON "t" USING "gin" ("b" jsonb_path_ops);
-- add index t.h · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "h" ON "t" USING "hash" ("a");
-- add index t.s · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "s" ON "t" USING "gist" ("c");
