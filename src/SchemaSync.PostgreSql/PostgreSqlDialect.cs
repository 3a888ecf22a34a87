namespace SchemaSync.PostgreSql;

/// <summary>PostgreSQL, as a server of one version speaks it.</summary>
/// <param name="server">Its version's facts.</param>
/// <param name="schema">The managed schema, where there is a session on one.</param>
internal sealed class PostgreSqlDialect(PostgreSqlCapabilities server, string? schema = null, Home? home = null) : Dialect
{
    /// <inheritdoc/>
    public override string Provider => ProviderNames.PostgreSql;

    /// <inheritdoc/>
    public override NormalForm ServerForm { get; } = FormOf(server);

    /// <summary>Names are kept as given and compared exactly; folding happens before, where a text names them without quotes.</summary>
    public override StringComparer Names => StringComparer.Ordinal;

    /// <inheritdoc/>
    public override Snapshot Lower(SchemaModel model) => PostgreSqlLowering.Lower(model);

    /// <inheritdoc/>
    public override string Fold(string sql) => PostgreSqlText.Fold(sql);

    /// <inheritdoc/>
    public override SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) => PostgreSqlText.RenameIn(expression, from, to);

    /// <inheritdoc/>
    public override string? OwnSchema => schema;

    /// <inheritdoc/>
    public override Snapshot WithoutHome(Snapshot declared) => home?.Require(declared) ?? declared;

    /// <inheritdoc/>
    public override IEnumerable<string> OtherPlaces(TopLevelObject subject, IReadOnlySet<string> managed) => home?.Others(subject, managed) ?? [];

    /// <inheritdoc/>
    public override string? Misplaced(SchemaObject subject, string facet, string text) => PostgreSqlPlaces.Fault(subject, facet, text);

    /// <inheritdoc/>
    protected override IReadOnlySet<ObjectKind> Kinds { get; } = new HashSet<ObjectKind>
    {
        ObjectKind.Schema, ObjectKind.Extension, ObjectKind.EnumType, ObjectKind.CompositeType, ObjectKind.Domain, ObjectKind.Sequence,
        ObjectKind.Function, ObjectKind.Procedure, ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Trigger,
        ObjectKind.Column, ObjectKind.PrimaryKey, ObjectKind.UniqueConstraint, ObjectKind.CheckConstraint, ObjectKind.ExclusionConstraint,
        ObjectKind.ForeignKey, ObjectKind.Index, ObjectKind.Policy,
    };

    /// <inheritdoc/>
    protected override PlannedSteps Steps(Diff diff) => new PostgreSqlPlanner(diff, server, this).Plan();

    /// <inheritdoc/>
    public override Snapshot Rebuildable(Snapshot from, Snapshot to) => PostgreSqlRebuild.Of(from, to);

    /// <inheritdoc/>
    public override IEnumerable<NameSlot> Slots(ObjectId id) => PostgreSqlSlots.Of(id, server);

    /// <inheritdoc/>
    public override IEnumerable<NameSlot> Needs(ObjectId id) => PostgreSqlSlots.NeededBy(id, server);

    /// <inheritdoc/>
    public override ScriptShell Shell { get; } = new PsqlShell(server, schema ?? "");

    /// <summary>In the managed schema and nowhere else.</summary>
    public override string LedgerColumns => $"""
        SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relname IN ({LedgerNameList}) AND c.relkind = 'r' AND n.nspname = {PostgreSqlText.Literal(schema ?? "")}
        """;

    /// <inheritdoc/>
    public override string LedgerTable(string name) => $"{(schema is null ? "" : PostgreSqlText.Quote(new Identifier(schema)) + ".")}{PostgreSqlText.Quote(new Identifier(name))}";

    /// <inheritdoc/>
    public override string LedgerLook(bool writes) => PostgreSqlLedger.Look(schema ?? "", writes);

    /// <inheritdoc/>
    public override IReadOnlyList<string> LedgerTables =>
    [
        $"""
        CREATE TABLE IF NOT EXISTS {LedgerTable("__schemasync_ledger")} ("run_id" text PRIMARY KEY, "format" bigint, "started_at" text, "finished_at" text, "who" text, "host" text,
          "tool_version" text, "action" text, "plan_hash" text, "from_fingerprint" text, "to_fingerprint" text, "outcome" text)
        """,
        $"""
        CREATE TABLE IF NOT EXISTS {LedgerTable("__schemasync_ledger_steps")} ("run_id" text, "ordinal" bigint, "sql" text, "serves" text, "state" text,
          "duration_ms" bigint, PRIMARY KEY ("run_id", "ordinal"))
        """,
        $"""CREATE TABLE IF NOT EXISTS {LedgerTable("__schemasync_snapshots")} ("fingerprint" text PRIMARY KEY, "json" text)""",
    ];

    /// <summary>What a server of a version prints.</summary>
    public static NormalForm FormOf(PostgreSqlCapabilities server) => new(ProviderNames.PostgreSql, IsServer: true, server.Major);
}
