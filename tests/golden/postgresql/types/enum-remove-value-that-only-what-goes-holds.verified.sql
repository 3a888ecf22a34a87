-- before enum type mood: no row of SELECT "m" FROM "t" WHERE "m"::text OPERATOR(pg_catalog.=) ANY (ARRAY['calm'])
-- alter enum type mood · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "mood" RENAME TO "__schemasync_enum_ee0e4f309c9a";
-- alter enum type mood · lock 3 s · statement 300 s
CREATE TYPE "mood" AS ENUM ('glad');
-- add function f(mood) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(mood)
 RETURNS text
 LANGUAGE "sql"
AS $$SELECT $1::text$$;
-- add table new · lock 3 s · statement 300 s
CREATE TABLE "new" (
  "m" mood DEFAULT ('glad'::mood),
  "n" mood[]
);
-- alter enum type mood · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "m" TYPE mood USING "m"::text::mood;
-- alter column other.m · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "other" ALTER COLUMN "m" TYPE text;
-- drop column t.gone · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "gone";
-- drop table gone · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "gone";
-- alter enum type mood · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "__schemasync_enum_ee0e4f309c9a";
