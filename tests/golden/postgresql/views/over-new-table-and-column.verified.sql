CREATE TABLE "u" (
  "a" integer
);
ALTER TABLE "t" ADD COLUMN "b" text;
CREATE VIEW "v" AS
SELECT t.b,
    u.a
   FROM (t
     JOIN u USING (a));
