CREATE VIEW "a" AS
SELECT t.a AS t,
    a.b AS a
   FROM t,
    t a;
CREATE VIEW "b" AS
SELECT a.t,
    a.a,
    (a.*)::text AS x
   FROM a;
