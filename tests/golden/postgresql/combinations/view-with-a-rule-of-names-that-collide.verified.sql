-- add view a · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "a" AS
SELECT t.a AS t,
    a.b AS a
   FROM t,
    t a;
-- add view b · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "b" AS
SELECT a.t,
    a.a,
    (a.*)::text AS x
   FROM a;
