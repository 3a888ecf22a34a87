-- None
CREATE INDEX CONCURRENTLY "I ""x""" ON "T a" ("ä b", (lower("ä b"))) WHERE ("ä b" <> 'O''x'::text);
