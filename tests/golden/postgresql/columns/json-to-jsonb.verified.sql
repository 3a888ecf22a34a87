ALTER TABLE "t" ALTER COLUMN "a" TYPE jsonb USING "a"::jsonb;
