-- add table u · lock 3 s · statement 300 s
CREATE TABLE "u" (
  "a" integer
);
-- add column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "b" text;
-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT t.b,
    u.a
   FROM (t
     JOIN u USING (a));
