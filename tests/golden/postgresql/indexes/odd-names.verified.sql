-- add index T a."I ""x""" · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "I ""x""" ON "T a" ("ä b", (lower("ä b"))) WHERE ("ä b" <> 'O''x'::text);
