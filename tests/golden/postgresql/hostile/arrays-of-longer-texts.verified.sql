-- alter column t.a; alter column t.b; alter column t.c · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE character varying(20)[] USING "a"::character varying(20)[], ALTER COLUMN "b" TYPE numeric(7,2)[] USING "b"::numeric(7,2)[], ALTER COLUMN "c" TYPE timestamp without time zone[] USING "c"::timestamp without time zone[];
