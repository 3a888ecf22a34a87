-- before primary key t.t_pkey: no row of SELECT "id", pg_catalog.count(*) AS rows FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- add primary key t.t_pkey · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t" ("id");
-- add primary key t.t_pkey · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";
-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT t.id,
    t.a,
    count(*) AS n
   FROM t
  GROUP BY t.id;
