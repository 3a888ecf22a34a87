-- before foreign key t.f: no row of SELECT c."p" FROM "t" AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."p")
-- rename table p to q · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "p" RENAME TO "q";
-- rename column q.id to ident · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "q" RENAME COLUMN "id" TO "ident";
-- add foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p") REFERENCES "q" ("ident") NOT VALID;
-- add foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
