-- before enum type E e: no row of SELECT "x" FROM "t" WHERE "x"::text[] OPERATOR(pg_catalog.&&) ARRAY['c']
-- before enum type E e: no row of SELECT "y" FROM "t" WHERE "y"::text[] OPERATOR(pg_catalog.&&) ARRAY['c']
-- alter enum type E e · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "E e" RENAME TO "__schemasync_enum_f6aba1c8971c";
-- alter enum type E e · lock 3 s · statement 300 s
CREATE TYPE "E e" AS ENUM ('a', 'b');
-- alter enum type E e · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE "E e"[] USING "x"::text[]::"E e"[], ALTER COLUMN "x" SET DEFAULT '{a,b}'::"E e"[], ALTER COLUMN "y" DROP DEFAULT, ALTER COLUMN "y" TYPE "E e"[] USING "y"::text[]::"E e"[], ALTER COLUMN "y" SET DEFAULT ARRAY[ARRAY['a'::"E e"]];
-- alter enum type E e · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "__schemasync_enum_f6aba1c8971c";
