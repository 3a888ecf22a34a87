-- drop index t.i · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "i";
-- add index u.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "u" ("a");
