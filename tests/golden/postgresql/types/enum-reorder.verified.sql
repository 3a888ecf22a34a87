ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
CREATE TYPE "e" AS ENUM ('b', 'a');
ALTER TABLE "t" ALTER COLUMN "x" TYPE e USING "x"::text::e;
DROP TYPE "__schemasync_enum_3f79bb7b435b";
