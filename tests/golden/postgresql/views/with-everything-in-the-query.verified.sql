-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
WITH RECURSIVE r AS (
         SELECT 1 AS n
        UNION ALL
         SELECT (r_1.n + 1)
           FROM r r_1
          WHERE (r_1.n < 3)
        )
 SELECT t.id,
    t.a,
    t.b,
    t.c,
    r.n,
    row_number() OVER (PARTITION BY t.a ORDER BY t.b DESC) AS rn,
        CASE
            WHEN ((t.a)::text ~~ 'x%'::text) THEN 1
            ELSE 2
        END AS k,
    ((t.c -> 'd'::text) ->> 'e'::text) AS e,
    ( SELECT count(*) AS count
           FROM t o
          WHERE (o.b = t.b)) AS same,
    ARRAY[1, 2] AS list,
    ((t.a)::text = ANY (ARRAY[('p'::character varying)::text, ('q'::character varying)::text])) AS pq,
    ((t.b)::text || 'x'::text) AS tx,
    EXTRACT(year FROM now()) AS y
   FROM (t
     LEFT JOIN r ON ((r.n = t.b)))
  WHERE ((NOT (EXISTS ( SELECT 1
           FROM t z
          WHERE (z.id > t.id)))) OR (NOT ((t.a)::text IS DISTINCT FROM 'x'::text)))
  ORDER BY t.id
 LIMIT 10;
