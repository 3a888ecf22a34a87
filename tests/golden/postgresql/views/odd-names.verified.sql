CREATE VIEW "V ""v""" AS
SELECT "T a"."ä" AS "select"
   FROM "T a";
