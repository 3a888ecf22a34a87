namespace SchemaSync.PostgreSql;

/// <summary>
/// The ledger's tables hold texts that become statements, and are written with the rights of whoever deploys. Somebody who may create in
/// the schema could put another table, a view or a trigger in their place; so each statement on them begins with a look, and keeps what it
/// saw until its end.
/// </summary>
/// <param name="schema">Where the tables are: the managed schema; empty offline.</param>
internal class PostgreSqlLedger(string schema) : LedgerTables
{
    // Oids below this number are the server's own (FirstNormalObjectId, src/include/access/transam.h).
    private const string UsersOwn = "16384";

    /// <summary>Whose word counts beside the account's own: a superuser's, and where it is none itself, that of its roles and of
    /// <see cref="TrustedOwner"/>.</summary>
    private string Trusted => $"""
        o.rolsuper OR ((pg_has_role(o.oid, 'USAGE') OR o.oid = {TrustedOwner})
          AND NOT EXISTS (SELECT FROM pg_roles m WHERE m.rolname = current_user AND m.rolsuper))
        """;

    /// <summary>Who else may say what is in the ledger: the owner of the tenant's schema can do everything there anyway.</summary>
    protected virtual string TrustedOwner => "n.nspowner";

    /// <summary>The tables whose owner counts: those with texts that become statements.</summary>
    protected virtual string Believed => "'__schemasync_snapshots'";

    // What no table of ours has. Never EXISTS: the server plans that in two ways, and planning is what a look costs.
    private static readonly string Reason = $$"""
        CASE
          WHEN c.relkind <> 'r' OR c.relispartition OR {{Any("pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent)")}}
            THEN 'is no plain table'
          WHEN {{Any("pg_trigger t WHERE t.tgrelid = c.oid")}} OR {{Any("pg_rewrite w WHERE w.ev_class = c.oid")}}
            THEN 'has a trigger or a rule'
          WHEN c.relrowsecurity THEN 'has row-level security'
          WHEN {{Any($"{OfRelation} AND (a.atttypid >= {UsersOwn} OR a.attgenerated <> '')")}}
            OR {{Any("pg_attrdef d WHERE d.adrelid = c.oid AND d.adbin::text NOT LIKE '{CONST %'")}} THEN 'has a column that computes'
          WHEN {{Any("pg_constraint k WHERE k.conrelid = c.oid AND k.contype NOT IN ('p', 'u', 'n')")}}
            THEN 'has a constraint that is not ours'
          WHEN {{Any("pg_index i WHERE i.indrelid = c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)")}}
            OR {{Any($"pg_index i, unnest(i.indclass) k WHERE i.indrelid = c.oid AND k >= {UsersOwn}")}} THEN 'has an index that computes'
        END
        """;

    private const string OfRelation = "pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped";

    /// <summary>In the managed schema and nowhere else.</summary>
    public override string Columns => $"""
        SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relname IN ({NameList}) AND c.relkind = 'r' AND n.nspname = {PostgreSqlText.Literal(schema)}
        """;

    /// <inheritdoc/>
    public override string Quote(string name) => PostgreSqlText.Quote(new Identifier(name));

    /// <inheritdoc/>
    public override string Table(string name) => schema.Length == 0 ? Quote(name) : $"{Quote(schema)}.{Quote(name)}";

    /// <inheritdoc/>
    public override string Now => "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /// <inheritdoc/>
    protected override string Number => "bigint";

    /// <inheritdoc/>
    protected override string Text(int? length) => "text";

    /// <summary>
    /// The look, as one statement that returns nothing, or fails and says what it saw. A block of code is planned each time it runs: hence
    /// one query for all tables, and none about an owner who is the account itself.
    /// </summary>
    /// <param name="tables">Their names.</param>
    /// <param name="writes">Whether the statement that follows changes rows, so that no trigger may come meanwhile.</param>
    protected override string Look(IReadOnlyList<string> tables, bool writes) => "DO " + PostgreSqlText.Dollar($"""
        DECLARE r record; stranger text;
        BEGIN
          FOR r IN SELECT c.relname FROM {Named(tables)} AND c.relkind = 'r' ORDER BY c.relname LOOP
            EXECUTE format('LOCK TABLE ONLY %I.%I IN {(writes ? "ROW EXCLUSIVE" : "ACCESS SHARE")} MODE',
              {PostgreSqlText.Literal(schema)}, r.relname);
          END LOOP;
          FOR r IN SELECT c.oid, c.relname, pg_get_userbyid(c.relowner) AS owner, {Reason} AS reason
            FROM {Named(tables)} ORDER BY c.relname LOOP
            IF r.reason IS NOT NULL THEN RAISE EXCEPTION '% %', r.relname, r.reason; END IF;
            CONTINUE WHEN r.relname NOT IN ({Believed}) OR r.owner = current_user;
            SELECT o.rolname INTO stranger FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_roles o ON o.oid = c.relowner WHERE c.oid = r.oid AND NOT ({Trusted});
            IF stranger IS NOT NULL THEN
              RAISE EXCEPTION '% belongs to % and is not taken for the word of % (run as its owner, or ALTER TABLE … OWNER TO)',
                r.relname, stranger, current_user;
            END IF;
          END LOOP;
        END
        """, "$look$");

    private string Named(IEnumerable<string> tables) => "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        + $"WHERE n.nspname = {PostgreSqlText.Literal(schema)} "
        + $"AND c.relname IN ({string.Join(", ", tables.Select(PostgreSqlText.Literal))})";

    // True, or NULL, which is none of the cases.
    private static string Any(string rows) => $"(SELECT true FROM {rows} LIMIT 1)";
}
