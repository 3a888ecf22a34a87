-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer DEFAULT ('-1'::integer),
  "b" text DEFAULT ('a
b\c'::text),
  "c" timestamp with time zone DEFAULT ('2026-01-01 22:04:05+00'::timestamp with time zone),
  "d" interval DEFAULT ('1 day 02:00:00'::interval),
  "e" numeric DEFAULT 1.50,
  "f" boolean DEFAULT true,
  "g" text[] DEFAULT ('{a,b}'::text[]),
  "h" jsonb DEFAULT ('{"a": [1, 2]}'::jsonb),
  "i" date DEFAULT CURRENT_DATE,
  "j" text DEFAULT CURRENT_USER,
  "k" uuid DEFAULT (gen_random_uuid()),
  "l" double precision DEFAULT ('10000000000'::numeric),
  "m" bytea DEFAULT ('\x00ff'::bytea),
  "n" text DEFAULT (('a'::text || 'b'::text)),
  "o" integer DEFAULT (length('abc'::text)),
  "p" text,
  "q" character varying(5) DEFAULT ('x'::character varying),
  "r" character(2) DEFAULT ('ab'::bpchar),
  "s" bit(3) DEFAULT ('101'::"bit"),
  "t" time without time zone DEFAULT LOCALTIME
);
