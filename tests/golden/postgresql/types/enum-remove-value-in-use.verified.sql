-- before enum type e: no row of SELECT "x" FROM "t" WHERE "x"::text OPERATOR(pg_catalog.=) ANY (ARRAY['b'])
ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
CREATE TYPE "e" AS ENUM ('a');
ALTER TABLE "t" ALTER COLUMN "x" TYPE e USING "x"::text::e;
DROP TYPE "__schemasync_enum_3f79bb7b435b";
