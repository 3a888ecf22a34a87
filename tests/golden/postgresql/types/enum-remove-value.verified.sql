-- before enum type e: no row of SELECT "x" FROM "t" WHERE "x"::text IN ('b')
-- before enum type e: no row of SELECT "y" FROM "t" WHERE "y"::text[] && ARRAY['b']
DROP VIEW "v";
ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
CREATE TYPE "e" AS ENUM ('a', 'c');
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE e USING "x"::text::e, ALTER COLUMN "x" SET DEFAULT 'a'::e, ALTER COLUMN "y" TYPE e[] USING "y"::text[]::e[];
DROP TYPE "__schemasync_enum_3f79bb7b435b";
CREATE VIEW "v" AS
SELECT t.x
   FROM t
  WHERE (t.x = 'a'::e);
