-- alter enum type e · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
-- alter enum type e · lock 3 s · statement 300 s
CREATE TYPE "e" AS ENUM ('b', 'a');
-- alter enum type e · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "x" TYPE e USING "x"::text::e;
-- alter enum type e · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "__schemasync_enum_3f79bb7b435b";
