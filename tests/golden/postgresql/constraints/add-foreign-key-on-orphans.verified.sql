-- before foreign key t.f: no row of SELECT c."p_id" FROM "t" AS c WHERE c."p_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."p_id")
-- add foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p_id") REFERENCES "p" ("id") NOT VALID;
-- add foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
