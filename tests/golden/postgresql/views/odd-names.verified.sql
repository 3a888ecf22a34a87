-- add view "V ""v""" · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "V ""v""" AS
SELECT "T a"."ä" AS "select"
   FROM "T a";
