-- before foreign key t.f: no row of SELECT c."p" FROM "t" AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."p")
-- add table c · lock 3 s · statement 300 s
CREATE TABLE "c" (
  "p" integer
);
-- add table c · BlocksWrites · lock 3 s · statement 300 s
ALTER TABLE "c" ADD CONSTRAINT "g" FOREIGN KEY ("p") REFERENCES "p" ("id");
-- add foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p") REFERENCES "p" ("id") NOT VALID;
-- add foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
