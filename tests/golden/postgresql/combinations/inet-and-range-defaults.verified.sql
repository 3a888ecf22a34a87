-- add column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "a" inet DEFAULT ('10.0.0.1/8'::inet);
-- add column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "b" int4range DEFAULT ('[1,6)'::int4range);
-- add column t.c · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "c" tstzrange DEFAULT (tstzrange('2025-12-31 22:00:00+00'::timestamp with time zone, NULL::timestamp with time zone));
-- add column t.d · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "d" point DEFAULT ('(1,2)'::point);
-- add column t.e · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "e" interval DEFAULT ('1 mon -2 days +03:00:00'::interval);
-- add column t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "f" time with time zone DEFAULT ('10:00:00+02'::time with time zone);
-- add column t.g · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "g" money DEFAULT 12.5;
-- add column t.h · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "h" "char" DEFAULT ('x'::"char");
-- add column t.i · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "i" character(4) DEFAULT ('a'::bpchar);
-- add column t.j · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "j" bit(4) DEFAULT ('1010'::"bit");
-- add column t.k · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "k" xml DEFAULT ('<a/>'::xml);
-- add column t.l · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "l" regclass DEFAULT ('pg_class'::regclass);
-- add column t.m · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "m" oid DEFAULT 5;
-- add column t.n · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "n" real DEFAULT 0.1;
-- add column t.o · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "o" double precision DEFAULT ('Infinity'::double precision);
-- add column t.p · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "p" jsonb DEFAULT ('{"a": [1.10], "b": 1}'::jsonb);
-- add column t.q · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "q" json DEFAULT ('{"b":1}'::json);
-- add column t.r · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "r" smallint DEFAULT ((1)::smallint);
-- add column t.s · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "s" bigint DEFAULT ('9223372036854775807'::bigint);
-- add column t.t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "t" bigint DEFAULT ('-9223372036854775808'::bigint);
-- add column t.u · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "u" numeric DEFAULT 0.00000000000000000001;
-- add column t.v · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "v" date DEFAULT ('2026-02-03'::date);
-- add column t.w · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "w" time(2) without time zone DEFAULT ('10:11:12.345'::time without time zone);
-- add column t.x · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "x" text DEFAULT ('с'::text);
-- add column t.y · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "y" text DEFAULT ('	
\'::text);
