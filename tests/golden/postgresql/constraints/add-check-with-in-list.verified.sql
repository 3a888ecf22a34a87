-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text, ('z, ''(z)'::character varying)::text])))
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text, ('z, ''(z)'::character varying)::text]))) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
