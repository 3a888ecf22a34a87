-- alter column t.a · BlocksWrites
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
