-- None
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "t" ((lower(a)));
