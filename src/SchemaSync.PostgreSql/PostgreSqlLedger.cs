namespace SchemaSync.PostgreSql;

/// <summary>
/// The ledger's tables hold texts that become statements, and are written with the rights of whoever deploys. Somebody who may create in the schema
/// could put another table, a view or a trigger in their place; so each statement on them begins with a look, and keeps what it saw until its end.
/// </summary>
internal static class PostgreSqlLedger
{
    // Oids below this number are the server's own (FirstNormalObjectId, src/include/access/transam.h).
    private const string UsersOwn = "16384";

    // Whose word counts: a superuser's, the account's own, and where it is no superuser itself, that of its roles and of the schema's owner.
    private const string Trusted = """
        o.rolsuper OR o.rolname = current_user
        OR ((pg_has_role(o.oid, 'USAGE') OR o.oid = n.nspowner) AND NOT EXISTS (SELECT FROM pg_roles m WHERE m.rolname = current_user AND m.rolsuper))
        """;

    /// <summary>The look, as one statement that returns nothing, or fails and says what it saw.</summary>
    /// <param name="schema">The managed schema.</param>
    /// <param name="writes">Whether the statement that follows changes rows, so that no trigger may come meanwhile.</param>
    public static string Look(string schema, bool writes) => "DO " + PostgreSqlText.Dollar($"""
        DECLARE r record; reason text;
        BEGIN
          FOR r IN SELECT c.oid, c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = {PostgreSqlText.Literal(schema)} AND c.relname IN ({Dialect.LedgerNameList}) ORDER BY c.relname
          LOOP
            IF r.relkind = 'r' THEN EXECUTE format('LOCK TABLE ONLY %I.%I IN {(writes ? "ROW EXCLUSIVE" : "ACCESS SHARE")} MODE', {PostgreSqlText.Literal(schema)}, r.relname); END IF;
            SELECT CASE
              WHEN c.relkind <> 'r' OR c.relispartition OR EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent)) THEN 'is no plain table'
              WHEN EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid) OR EXISTS (SELECT FROM pg_rewrite w WHERE w.ev_class = c.oid) THEN 'has a trigger or a rule'
              WHEN c.relrowsecurity THEN 'has row-level security'
              WHEN EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND (a.atttypid >= {UsersOwn} OR a.attgenerated <> ''))
                OR EXISTS (SELECT FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adbin::text NOT LIKE '{"{"}CONST %') THEN 'has a column that computes'
              WHEN EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype NOT IN ('p', 'u', 'n')) THEN 'has a constraint that is not ours'
              WHEN EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
                OR EXISTS (SELECT FROM unnest(i.indclass) k WHERE k >= {UsersOwn}))) THEN 'has an index that computes'
              WHEN c.relname = '__schemasync_snapshots' AND NOT ({Trusted}) THEN 'belongs to ' || o.rolname || ' and is not taken for the word of ' || current_user || ' (run as its owner, or ALTER TABLE … OWNER TO)'
            END INTO reason FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles o ON o.oid = c.relowner WHERE c.oid = r.oid;
            IF reason IS NOT NULL THEN RAISE EXCEPTION '% %', r.relname, reason; END IF;
          END LOOP;
        END
        """, "$look$");
}
