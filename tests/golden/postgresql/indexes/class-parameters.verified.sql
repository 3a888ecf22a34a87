-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" USING "gist" ("a" tsvector_ops ("siglen" = '100'));
