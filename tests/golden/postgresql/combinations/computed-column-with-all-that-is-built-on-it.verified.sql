-- before unique constraint t.u: no row of SELECT "b", pg_catalog.count(*) AS rows FROM (SELECT "t".*, ((a + 2))::integer AS "b" FROM (SELECT "a" AS "a" FROM "t" AS "t") AS "t") AS "t" WHERE "b" IS NOT NULL GROUP BY "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before check constraint t.c: no row of SELECT * FROM (SELECT "t".*, ((a + 2))::integer AS "b" FROM (SELECT "a" AS "a" FROM "t" AS "t") AS "t") AS "t" WHERE NOT ((b > 0))
-- before foreign key t.f: no row of SELECT c."b" FROM (SELECT "t".*, ((a + 2))::integer AS "b" FROM (SELECT "a" AS "a" FROM "t" AS "t") AS "t") AS c WHERE c."b" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."b")
-- alter foreign key t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "f";
-- alter unique constraint t.u · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "u";
-- alter check constraint t.c · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "c";
-- alter index t.i · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "i";
-- alter column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP COLUMN "b";
-- alter column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a + 2)) STORED;
-- alter unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("b");
-- alter unique constraint t.u · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
-- alter check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((b > 0)) NOT VALID;
-- alter check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
-- alter index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ("b");
-- alter foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("b") REFERENCES "p" ("id") NOT VALID;
-- alter foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
