-- before table it's $grants$: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_monitor')
CREATE FUNCTION "F '$$"("A" integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 1$$;
CREATE TABLE "it's $grants$" (
  "a" integer
);
DO 'BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT ''REVOKE ALL ON TABLE "it''''s $grants$" FROM '' || CASE x.grantee WHEN 0 THEN ''PUBLIC'' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, ''; '')
  FROM pg_class o CROSS JOIN LATERAL aclexplode(o.relacl) x WHERE o.oid = ''"it''''s $grants$"''::regclass AND x.grantee <> o.relowner), '''');
END';
GRANT SELECT ON TABLE "it's $grants$" TO "pg_monitor";
DO $grants$BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT 'REVOKE ALL ON ROUTINE "F ''$$"(integer) FROM ' || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_proc o CROSS JOIN LATERAL aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) x WHERE o.oid = '"F ''$$"(integer)'::regprocedure AND x.grantee <> o.proowner), '');
END$grants$;
