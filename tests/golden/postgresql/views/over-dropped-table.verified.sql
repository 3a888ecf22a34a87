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
-- alter view v · BlocksReads · lock 3 s · statement 300 s
DROP VIEW "v";
-- drop table t · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t";
-- alter view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT u.a
   FROM u;
-- keep the rights on view v · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
