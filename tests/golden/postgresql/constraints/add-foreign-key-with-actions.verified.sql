-- before foreign key t.f: no row of SELECT c."x", c."y" FROM "t" AS c WHERE c."x" IS NOT NULL AND c."y" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."a" OPERATOR(pg_catalog.=) c."x" AND p."b" OPERATOR(pg_catalog.=) c."y")
-- add foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("x", "y") REFERENCES "p" ("a", "b") MATCH FULL ON UPDATE SET DEFAULT ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT VALID;
-- add foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
