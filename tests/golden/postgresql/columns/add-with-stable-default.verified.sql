-- add column t.at · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "at" timestamp with time zone DEFAULT (now()) NOT NULL;
