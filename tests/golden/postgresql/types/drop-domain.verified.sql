ALTER TABLE "t" ALTER COLUMN "a" TYPE integer USING "a"::integer;
DROP DOMAIN "d";
