ALTER TABLE "t" ADD COLUMN "at" timestamp with time zone DEFAULT (now()) NOT NULL;
