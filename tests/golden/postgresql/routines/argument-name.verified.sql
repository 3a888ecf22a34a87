-- keep the rights on function f(integer) · lock 3 s · statement 300 s
SELECT pg_catalog.set_config('schemasync.schemasync_grants_09d468a0985c', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER ROUTINE %s OWNER TO %I', p.oid::pg_catalog.regprocedure,
        pg_catalog.pg_get_userbyid(p.proowner)) AS s FROM pg_catalog.pg_proc p
        WHERE p.oid OPERATOR(pg_catalog.=) '"f"(integer)'::pg_catalog.regprocedure::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(p.proowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', p.oid::pg_catalog.regprocedure)
        FROM pg_catalog.pg_proc p WHERE p.oid OPERATOR(pg_catalog.=) '"f"(integer)'::pg_catalog.regprocedure::pg_catalog.oid
    UNION ALL SELECT pg_catalog.format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, p.oid::pg_catalog.regprocedure,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_proc p
        CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
        WHERE p.oid OPERATOR(pg_catalog.=) '"f"(integer)'::pg_catalog.regprocedure::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) p.proowner) kept), ''), false);
-- alter function f(integer) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"(integer);
-- alter function f(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(b integer)
 RETURNS integer
 LANGUAGE "plpgsql"
AS $$BEGIN RETURN b; END$$;
-- keep the rights on function f(integer) · lock 3 s · statement 300 s
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_09d468a0985c'); END$$;
