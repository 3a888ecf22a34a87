-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ((((b + 1))), (lower(a)), (((a || 'x'::text))) DESC);
