-- None
CREATE INDEX CONCURRENTLY "i" ON "t" USING "gist" ("a" tsvector_ops ("siglen" = '100'));
