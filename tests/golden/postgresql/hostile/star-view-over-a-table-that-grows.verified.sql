SELECT set_config('schemasync.schemasync_grants_63f03aa4d72e', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"w"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"w"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"w"'::regclass AND t.attnum > 0) kept), ''), false);
DROP VIEW "w";
SELECT set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"v"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"v"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"v"'::regclass AND t.attnum > 0) kept), ''), false);
DROP VIEW "v";
ALTER TABLE "t" ADD COLUMN "b" text;
CREATE VIEW "v" AS
SELECT t.a,
    t.b
   FROM t;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
CREATE VIEW "w" AS
SELECT v.a,
    v.b,
    1 AS one
   FROM v;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_63f03aa4d72e'); END$$;
