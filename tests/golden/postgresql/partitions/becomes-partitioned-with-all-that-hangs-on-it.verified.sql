-- before table o: no row of SELECT t.relid::pg_catalog.regclass::pg_catalog.text AS partition FROM pg_catalog.pg_partition_tree('"o"'::pg_catalog.regclass) t WHERE NOT (t.relid::pg_catalog.oid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass('"o"')::pg_catalog.oid]::pg_catalog.oid[]))
-- before table o: no row of SELECT p.pubname::pg_catalog.text AS publication FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_publication p ON p.oid OPERATOR(pg_catalog.=) r.prpubid WHERE r.prrelid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass('"o"')::pg_catalog.oid]::pg_catalog.oid[])
-- before table o: no row of SELECT l.provider, l.label FROM pg_catalog.pg_seclabel l WHERE l.classoid OPERATOR(pg_catalog.=) 1259::pg_catalog.oid AND l.objoid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass('"o"')::pg_catalog.oid]::pg_catalog.oid[])
-- before table o: no row of SELECT "at" FROM "o" WHERE (("at" OPERATOR(pg_catalog.>=) '2026-01-01' AND "at" OPERATOR(pg_catalog.<) '2027-01-01')) IS NOT TRUE
-- keep trigger g on o · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "g" ON "o";
-- keep the rights on view w · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_grants_63f03aa4d72e', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER VIEW %s OWNER TO %I', c.oid::pg_catalog.regclass,
        pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) '"w"'::pg_catalog.regclass::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
        WHERE c.oid OPERATOR(pg_catalog.=) '"w"'::pg_catalog.regclass::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
    UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
        WHERE t.attrelid OPERATOR(pg_catalog.=) '"w"'::pg_catalog.regclass::pg_catalog.oid AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false);
-- keep view w · BlocksReads · lock 3 s · statement 300 s
DROP VIEW "w";
-- keep the rights on view v · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER VIEW %s OWNER TO %I', c.oid::pg_catalog.regclass,
        pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
        WHERE c.oid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
    UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
        WHERE t.attrelid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false);
-- keep view v · BlocksReads · lock 3 s · statement 300 s
DROP VIEW "v";
-- keep foreign key l.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "l" DROP CONSTRAINT "f";
-- alter table o · BlocksReads · lock 3 s · statement 300 s
LOCK TABLE "o" IN ACCESS EXCLUSIVE MODE;
-- alter table o · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "o" NO FORCE ROW LEVEL SECURITY;
-- alter table o · BlocksReads · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_grants_5aebe4abe8f6', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER TABLE %s OWNER TO %I', c.oid::pg_catalog.regclass,
        pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) '"o"'::pg_catalog.regclass::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
        WHERE c.oid OPERATOR(pg_catalog.=) '"o"'::pg_catalog.regclass::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
    UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
        WHERE t.attrelid OPERATOR(pg_catalog.=) '"o"'::pg_catalog.regclass::pg_catalog.oid AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false);
-- alter table o · BlocksReads · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_numbers_ff8f39a0e80a', coalesce(pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('"o"', 'n')::pg_catalog.regclass)::pg_catalog.text, ''), true);
-- alter table o · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "o_s_seq" OWNED BY NONE;
-- alter table o · SSY0403 SSY0405 · BlocksReads · Scan · lock 3 s · statement 86400 s
CREATE UNLOGGED TABLE "__schemasync_rows_65c74c15a686" AS SELECT "at", "n", "s", "note" FROM "o";
-- alter table o · BlocksReads · lock 3 s · statement 300 s
DROP TABLE "o";
-- alter table o · lock 3 s · statement 300 s
CREATE TABLE "o" (
  "at" date NOT NULL,
  "n" integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "s" integer DEFAULT (nextval('o_s_seq'::regclass)) NOT NULL,
  "d" integer GENERATED ALWAYS AS ((n * 2)) STORED,
  "note" text DEFAULT ('x'::text),
  CONSTRAINT "k" PRIMARY KEY ("at", "n"),
  CONSTRAINT "c" CHECK ((n > 0))
) PARTITION BY RANGE (at);
-- alter table o · lock 3 s · statement 300 s
CREATE INDEX "i" ON "o" ("note");
-- alter table o · lock 3 s · statement 300 s
COMMENT ON TABLE "o" IS 'orders';
-- alter table o · BlocksReads · lock 3 s · statement 300 s
CREATE TABLE "o_26" PARTITION OF "o" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- alter table o · SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
INSERT INTO "o" ("at", "n", "s", "note") OVERRIDING SYSTEM VALUE SELECT "at", "n", "s", "note" FROM "__schemasync_rows_65c74c15a686";
-- alter table o · BlocksReads · Scan · lock 3 s · statement 86400 s
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT pg_catalog.count(*) FROM "__schemasync_rows_65c74c15a686") AS a, (SELECT pg_catalog.count(*) FROM "o") AS b) counted WHERE a OPERATOR(pg_catalog.<>) b;
-- alter table o · BlocksReads · lock 3 s · statement 300 s
DROP TABLE "__schemasync_rows_65c74c15a686";
-- alter table o · BlocksReads · lock 3 s · statement 300 s
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"o"', 'n')::pg_catalog.regclass, n::pg_catalog.int8) FROM pg_catalog.current_setting('schemasync.schemasync_numbers_ff8f39a0e80a') AS n WHERE n OPERATOR(pg_catalog.<>) '';
-- alter table o · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "o_s_seq" OWNED BY "o"."s";
-- alter table o · BlocksReads · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_5aebe4abe8f6'); END$$;
-- alter table o · lock 3 s · statement 300 s
ALTER TABLE "o" FORCE ROW LEVEL SECURITY;
-- alter table o · lock 3 s · statement 300 s
ALTER TABLE "o" ENABLE ROW LEVEL SECURITY;
-- keep view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT o.at,
    o.n
   FROM o;
-- keep the rights on view v · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
-- keep view w · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "w" AS
SELECT v.n
   FROM v;
-- keep the rights on view w · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_63f03aa4d72e'); END$$;
-- keep trigger g on o · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" BEFORE UPDATE ON "o" FOR EACH ROW EXECUTE FUNCTION tf();
-- alter table o · lock 3 s · statement 300 s
CREATE POLICY "p" ON "o" TO PUBLIC USING ((n > 0));
-- keep foreign key l.f · SSY0407 SSY0404 · BlocksWrites · Scan · lock 3 s · statement 86400 s
ALTER TABLE "l" ADD CONSTRAINT "f" FOREIGN KEY ("at", "n") REFERENCES "o" ("at", "n");
