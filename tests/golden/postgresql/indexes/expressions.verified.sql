-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ((((b + 1))), (lower(a)), (((a || 'x'::text))) DESC);
