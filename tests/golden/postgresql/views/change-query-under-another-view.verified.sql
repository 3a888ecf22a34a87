DROP VIEW "x";
DROP VIEW "w";
DROP VIEW "v";
CREATE VIEW "v" AS
SELECT t.a,
    t.b
   FROM t
  WHERE (t.b > ''::text);
CREATE VIEW "w" AS
SELECT v.a
   FROM v;
CREATE VIEW "x" AS
SELECT w.a
   FROM w;
