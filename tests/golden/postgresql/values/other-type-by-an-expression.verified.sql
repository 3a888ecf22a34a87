-- before column t.v: no row of SELECT "v" FROM "t" AS "t" WHERE "v" IS NOT NULL AND (right(v, 2)::int)::integer IS NULL
-- alter column t.v · SSY0403 SSY0402 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s · no way back
ALTER TABLE "t" ALTER COLUMN "v" TYPE integer USING (right(v, 2)::int);
