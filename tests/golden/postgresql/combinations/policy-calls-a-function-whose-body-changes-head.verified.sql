DROP POLICY "p" ON "t";
SELECT set_config('schemasync.schemasync_grants_09d468a0985c', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, pg_get_userbyid(p.proowner)) AS s FROM pg_proc p WHERE p.oid = '"f"(integer)'::regprocedure AND pg_get_userbyid(p.proowner) <> current_user
    UNION ALL SELECT format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', p.oid::regprocedure) FROM pg_proc p WHERE p.oid = '"f"(integer)'::regprocedure AND p.proacl IS NOT NULL
    UNION ALL SELECT format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, p.oid::regprocedure, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) a WHERE p.oid = '"f"(integer)'::regprocedure AND a.grantee <> p.proowner) kept), ''), false);
DROP FUNCTION "f"(integer);
CREATE FUNCTION "f"(b integer)
 RETURNS boolean
 LANGUAGE "sql"
AS $$SELECT b > 0$$;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_09d468a0985c'); END$$;
CREATE POLICY "p" ON "t" TO PUBLIC USING (f(a));
