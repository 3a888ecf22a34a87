-- before check constraint u.c: no row of SELECT * FROM "t" WHERE NOT (((id > 0) OR ((x)::text = (('a'::text)::e)::text)))
-- keep the rights on function other(f) · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_grants_5155a06a51fa', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER ROUTINE %s OWNER TO %I', '"other"(f)'::pg_catalog.text,
        pg_catalog.pg_get_userbyid(p.proowner)) AS s FROM pg_catalog.pg_proc p
        WHERE p.oid OPERATOR(pg_catalog.=) '"other"(e)'::pg_catalog.regprocedure::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(p.proowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', '"other"(f)'::pg_catalog.text)
        FROM pg_catalog.pg_proc p WHERE p.oid OPERATOR(pg_catalog.=) '"other"(e)'::pg_catalog.regprocedure::pg_catalog.oid
    UNION ALL SELECT pg_catalog.format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, '"other"(f)'::pg_catalog.text,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_proc p
        CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
        WHERE p.oid OPERATOR(pg_catalog.=) '"other"(e)'::pg_catalog.regprocedure::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) p.proowner) kept), ''), false);
-- alter function other(f) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "other"(e);
-- rename table t to u · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME TO "u";
-- rename domain e to f · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "e" RENAME TO "f";
-- alter check constraint u.c · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "u" DROP CONSTRAINT "c";
-- alter function other(f) · lock 3 s · statement 300 s
CREATE FUNCTION "other"(x f)
 RETURNS bigint
 LANGUAGE "sql"
AS $$SELECT 3$$;
-- keep the rights on function other(f) · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_5155a06a51fa'); END$$;
-- drop function goes_too(u) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "goes_too"(u);
-- drop function goes(f) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "goes"(f);
-- alter check constraint u.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "u" ADD CONSTRAINT "c" CHECK (((id > 0) OR ((x)::text = (('a'::text)::f)::text))) NOT VALID;
-- alter check constraint u.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "u" VALIDATE CONSTRAINT "c";
