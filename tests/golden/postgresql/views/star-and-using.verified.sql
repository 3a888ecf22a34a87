-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT t.a,
    t.b,
    u.c
   FROM (t
     JOIN u USING (a))
  WHERE (((t.b = 'x'::text) AND (u.c = 'y'::text)) OR ((t.b = 'p'::text) AND (u.c = 'q'::text)));
