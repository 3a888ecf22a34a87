-- add column "order ""x""".naïve ☃ · BlocksWrites
ALTER TABLE "order ""x""" ADD COLUMN "naïve ☃" TEXT;
-- add column "order ""x""".group · BlocksWrites
ALTER TABLE "order ""x""" ADD COLUMN "group" TEXT;
