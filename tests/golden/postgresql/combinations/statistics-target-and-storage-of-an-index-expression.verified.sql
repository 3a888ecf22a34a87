-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ((lower(a)), (upper(a)));
