-- before column t.v: no row of SELECT "v" FROM "t" AS "t" WHERE "v" IS NOT NULL AND (right(v, 2)::int)::integer IS NULL
ALTER TABLE "t" ALTER COLUMN "v" TYPE integer USING (right(v, 2)::int);
