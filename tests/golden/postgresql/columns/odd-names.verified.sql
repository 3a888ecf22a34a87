-- add column "T ""q""".select · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "T ""q""" ADD COLUMN "select" text DEFAULT ('a'::text);
-- add column "T ""q""".日本 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "T ""q""" ADD COLUMN "日本" date;
