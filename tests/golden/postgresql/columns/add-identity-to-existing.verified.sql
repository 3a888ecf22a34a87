-- alter column t.id · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
-- alter column t.id · BlocksReads · Scan · lock 3 s · statement 86400 s
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"t"', 'id'), pg_catalog.max("id")) FROM "t" HAVING pg_catalog.max("id") IS NOT NULL;
