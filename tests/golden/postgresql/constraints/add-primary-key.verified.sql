-- before primary key t.t_pkey: no row of SELECT "id", pg_catalog.count(*) AS rows FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t" ("id");
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";
