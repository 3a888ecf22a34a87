-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a ~ '^[a-z]+(-[a-z0-9]+)*$'::text) AND ((length(a) >= 1) AND (length(a) <= 200)) AND (a <> ALL (ARRAY['admin'::text, 'root'::text, 'system'::text])) AND ((a COLLATE "C") < 'zzz'::text) AND (a ~ similar_to_escape('%(b|d)%'::text, '!'::text))))
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a ~ '^[a-z]+(-[a-z0-9]+)*$'::text) AND ((length(a) >= 1) AND (length(a) <= 200)) AND (a <> ALL (ARRAY['admin'::text, 'root'::text, 'system'::text])) AND ((a COLLATE "C") < 'zzz'::text) AND (a ~ similar_to_escape('%(b|d)%'::text, '!'::text)))) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
