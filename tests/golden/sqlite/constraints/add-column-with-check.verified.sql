ALTER TABLE "t" ADD COLUMN "b" TEXT CHECK (length(b) <= 20)
