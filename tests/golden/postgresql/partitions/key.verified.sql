-- before table t: no row of SELECT t.relid::pg_catalog.regclass::pg_catalog.text AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t WHERE NOT (t.relid::pg_catalog.oid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass('"t1"')::pg_catalog.oid, pg_catalog.to_regclass('"t"')::pg_catalog.oid]::pg_catalog.oid[]))
-- before table t: no row of SELECT p.pubname::pg_catalog.text AS publication FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_publication p ON p.oid OPERATOR(pg_catalog.=) r.prpubid WHERE r.prrelid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass('"t1"')::pg_catalog.oid, pg_catalog.to_regclass('"t"')::pg_catalog.oid]::pg_catalog.oid[])
-- before table t: no row of SELECT l.provider, l.label FROM pg_catalog.pg_seclabel l WHERE l.classoid OPERATOR(pg_catalog.=) 1259::pg_catalog.oid AND l.objoid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass('"t1"')::pg_catalog.oid, pg_catalog.to_regclass('"t"')::pg_catalog.oid]::pg_catalog.oid[])
-- before table t: no row of SELECT "b" FROM "t" WHERE (("b" OPERATOR(pg_catalog.>=) 0 AND "b" OPERATOR(pg_catalog.<) 5) OR ("b" OPERATOR(pg_catalog.>=) 5 AND "b" OPERATOR(pg_catalog.<) 9)) IS NOT TRUE
-- alter table t · BlocksReads · lock 3 s · statement 300 s
LOCK TABLE "t" IN ACCESS EXCLUSIVE MODE;
-- alter table t · BlocksReads · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_grants_d334f5921cec', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER TABLE %s OWNER TO %I', c.oid::pg_catalog.regclass,
        pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) '"t"'::pg_catalog.regclass::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
        WHERE c.oid OPERATOR(pg_catalog.=) '"t"'::pg_catalog.regclass::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
    UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
        WHERE t.attrelid OPERATOR(pg_catalog.=) '"t"'::pg_catalog.regclass::pg_catalog.oid AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false);
-- alter table t · SSY0403 SSY0405 · BlocksReads · Scan · lock 3 s · statement 86400 s
CREATE UNLOGGED TABLE "__schemasync_rows_e3b98a4da31a" AS SELECT "a", "b" FROM "t";
-- alter table t · BlocksReads · lock 3 s · statement 300 s
DROP TABLE "t1";
-- alter table t · BlocksReads · lock 3 s · statement 300 s
DROP TABLE "t";
-- alter table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer,
  "b" integer
) PARTITION BY RANGE (b);
-- alter table t · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
CREATE TABLE "t1" PARTITION OF "t" FOR VALUES FROM (0) TO (5);
-- alter table t · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
CREATE TABLE "t2" PARTITION OF "t" FOR VALUES FROM (5) TO (9);
-- alter table t · SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
INSERT INTO "t" ("a", "b") OVERRIDING SYSTEM VALUE SELECT "a", "b" FROM "__schemasync_rows_e3b98a4da31a";
-- alter table t · BlocksReads · Scan · lock 3 s · statement 86400 s
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT pg_catalog.count(*) FROM "__schemasync_rows_e3b98a4da31a") AS a, (SELECT pg_catalog.count(*) FROM "t") AS b) counted WHERE a OPERATOR(pg_catalog.<>) b;
-- alter table t · BlocksReads · lock 3 s · statement 300 s
DROP TABLE "__schemasync_rows_e3b98a4da31a";
-- alter table t · BlocksReads · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_d334f5921cec'); END$$;
