ALTER TABLE "T ""q""" ADD COLUMN "select" text DEFAULT ('a'::text);
ALTER TABLE "T ""q""" ADD COLUMN "日本" date;
