DROP VIEW "v";
CREATE VIEW "v" AS
SELECT t.b,
    t.a
   FROM t;
