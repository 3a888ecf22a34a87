-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a ~ '^[a-z]+(-[a-z0-9]+)*$'::text) AND ((length(a) >= 1) AND (length(a) <= 200)) AND (a <> ALL (ARRAY['admin'::text, 'root'::text, 'system'::text])) AND ((a COLLATE "C") < 'zzz'::text) AND (a ~ similar_to_escape('%(b|d)%'::text, '!'::text))))
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a ~ '^[a-z]+(-[a-z0-9]+)*$'::text) AND ((length(a) >= 1) AND (length(a) <= 200)) AND (a <> ALL (ARRAY['admin'::text, 'root'::text, 'system'::text])) AND ((a COLLATE "C") < 'zzz'::text) AND (a ~ similar_to_escape('%(b|d)%'::text, '!'::text)))) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
