-- before enum type mood: no row of SELECT "m" FROM "t" WHERE "m"::text OPERATOR(pg_catalog.=) ANY (ARRAY['calm'])
ALTER TYPE "mood" RENAME TO "__schemasync_enum_ee0e4f309c9a";
CREATE TYPE "mood" AS ENUM ('glad');
CREATE FUNCTION "f"(mood)
 RETURNS text
 LANGUAGE "sql"
AS $$SELECT $1::text$$;
CREATE TABLE "new" (
  "m" mood DEFAULT ('glad'::mood),
  "n" mood[]
);
ALTER TABLE "t" ALTER COLUMN "m" TYPE mood USING "m"::text::mood;
ALTER TABLE "other" ALTER COLUMN "m" TYPE text;
ALTER TABLE "t" DROP COLUMN "gone";
DROP TABLE "gone";
DROP TYPE "__schemasync_enum_ee0e4f309c9a";
