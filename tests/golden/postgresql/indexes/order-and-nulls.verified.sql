-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ("a" DESC, "b" NULLS FIRST, "c" DESC NULLS LAST, "d");
