-- before table it's $grants$: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- add function F '$$(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "F '$$"("A" integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 1$$;
-- add table it's $grants$ · lock 3 s · statement 300 s
CREATE TABLE "it's $grants$" (
  "a" integer
);
-- add table it's $grants$ · lock 3 s · statement 300 s
DO 'BEGIN EXECUTE coalesce((
  SELECT pg_catalog.string_agg(DISTINCT ''REVOKE ALL ON TABLE "it''''s $grants$" FROM '' OPERATOR(pg_catalog.||)
    CASE WHEN x.grantee OPERATOR(pg_catalog.=) ''0'' THEN ''PUBLIC''
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, ''; '')
  FROM pg_catalog.pg_class o CROSS JOIN LATERAL pg_catalog.aclexplode(o.relacl) x
  WHERE o.oid OPERATOR(pg_catalog.=) ''"it''''s $grants$"''::pg_catalog.regclass::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) o.relowner), '''');
END';
-- add table it's $grants$ · lock 3 s · statement 300 s
GRANT SELECT ON TABLE "it's $grants$" TO "pg_monitor";
-- add function F '$$(integer) · lock 3 s · statement 300 s
DO $grants$BEGIN EXECUTE coalesce((
  SELECT pg_catalog.string_agg(DISTINCT 'REVOKE ALL ON ROUTINE "F ''$$"(integer) FROM ' OPERATOR(pg_catalog.||)
    CASE WHEN x.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_catalog.pg_proc o CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(o.proacl, pg_catalog.acldefault('f', o.proowner))) x
  WHERE o.oid OPERATOR(pg_catalog.=) '"F ''$$"(integer)'::pg_catalog.regprocedure::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) o.proowner), '');
END$grants$;
