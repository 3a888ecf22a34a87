-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text, ('z, ''(z)'::character varying)::text])))
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text, ('z, ''(z)'::character varying)::text]))) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
