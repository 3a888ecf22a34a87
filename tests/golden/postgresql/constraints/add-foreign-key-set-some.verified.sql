-- before foreign key t.f: no row of SELECT c."x", c."y" FROM "t" AS c WHERE c."x" IS NOT NULL AND c."y" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."a" OPERATOR(pg_catalog.=) c."x" AND p."b" OPERATOR(pg_catalog.=) c."y")
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("x", "y") REFERENCES "p" ("a", "b") ON DELETE SET NULL ("y") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
