-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ("a") INCLUDE ("b");
