-- before primary key t.t_pkey: no row of SELECT "at", pg_catalog.count(*) AS rows FROM "t" WHERE "at" IS NOT NULL GROUP BY "at" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- add primary key t.t_pkey · SSY0405 SSY0407 · BlocksReads · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY ("at");
-- add foreign key t.f · SSY0405 SSY0407 · BlocksReads · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p") REFERENCES "p" ("id");
