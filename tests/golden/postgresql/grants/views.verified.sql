GRANT SELECT ON TABLE "m" TO "pg_read_all_stats";
REVOKE SELECT ON TABLE "v" FROM "pg_monitor";
GRANT SELECT ON TABLE "v" TO "pg_read_all_stats";
