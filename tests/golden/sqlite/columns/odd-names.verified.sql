ALTER TABLE "order ""x""" ADD COLUMN "naïve ☃" TEXT;
ALTER TABLE "order ""x""" ADD COLUMN "group" TEXT
