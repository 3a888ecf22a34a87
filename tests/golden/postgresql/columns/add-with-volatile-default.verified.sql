ALTER TABLE "t" ADD COLUMN "r" double precision DEFAULT (random()) NOT NULL;
