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

    /// <inheritdoc/>
    public override bool TellsUses => true;

    /// <summary>Only what may hold a query: <see cref="Canonical"/> sees to the rest.</summary>
    public override bool PrintsSettled(SchemaObject subject) =>
        subject is not (View or MaterializedView or Policy or Routine { IsAtomic: true });

    /// <summary>Names are kept as given and compared exactly; folding happens before, where a text names them without quotes.</summary>
    public override StringComparer Names => StringComparer.Ordinal;

    /// <inheritdoc/>
    public override Snapshot Lower(SchemaModel model) => Lowering.Lower(model);

    /// <inheritdoc/>
    public override ColumnType? NearestTo(ColumnType native) => Types.NearestTo(native.Native ?? "");

    /// <inheritdoc/>
    public override string Fold(string sql) => PostgreSqlText.Fold(sql);

    /// <inheritdoc/>
    public override SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) =>
        PostgreSqlText.RenameIn(expression, from, to);

    /// <inheritdoc/>
    public override SqlExpression MoveIn(SqlExpression expression, QualifiedName from, QualifiedName to) =>
        from.IsQualified ? PostgreSqlText.MoveIn(expression, from, to) : RenamedText.OfCasts(expression, from, to);

    /// <inheritdoc/>
    public override SqlExpression RetypeIn(SqlExpression types, QualifiedName from, QualifiedName to) =>
        RenamedText.OfTypes(types, from, to);

    /// <inheritdoc/>
    public override SqlExpression RecallIn(SqlExpression expression, QualifiedName from, QualifiedName to) =>
        RenamedText.OfCalls(expression, from, to);

    /// <inheritdoc/>
    public override SqlExpression RelabelIn(SqlExpression expression, QualifiedName type, Identifier from, Identifier to) =>
        RenamedText.OfLabels(expression, type, from, to);

    /// <inheritdoc/>
    public override IEnumerable<string> NamesIn(string sql) => PostgreSqlText.NamesIn(sql);

    /// <inheritdoc/>
    public override string? OwnSchema => schema;

    /// <inheritdoc/>
    public override Snapshot WithoutHome(Snapshot declared) => home?.Require(declared) ?? declared;

    /// <inheritdoc/>
    public override IEnumerable<string> OtherPlaces(TopLevelObject subject, IReadOnlySet<string> managed) =>
        home?.Others(subject, managed) ?? [];

    /// <inheritdoc/>
    public override string? Misplaced(SchemaObject subject, string facet, string text) => Places.Fault(subject, facet, text);

    /// <inheritdoc/>
    protected override IReadOnlySet<ObjectKind> Kinds { get; } = new HashSet<ObjectKind>
    {
        ObjectKind.Schema, ObjectKind.Extension, ObjectKind.EnumType, ObjectKind.CompositeType, ObjectKind.Domain, ObjectKind.Sequence,
        ObjectKind.Function, ObjectKind.Procedure, ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Trigger,
        ObjectKind.Column, ObjectKind.PrimaryKey, ObjectKind.UniqueConstraint, ObjectKind.CheckConstraint, ObjectKind.ExclusionConstraint,
        ObjectKind.ForeignKey, ObjectKind.Index, ObjectKind.Policy, ObjectKind.EnumLabel,
    };

    /// <inheritdoc/>
    protected override PlannedSteps Expand(Diff diff) => new ExpandPass(diff, server, this).Steps();

    /// <inheritdoc/>
    public override IEnumerable<Change> Subsumed(Diff diff) => Subsumption.Of(diff, this);

    /// <inheritdoc/>
    public override Snapshot Rebuildable(Snapshot from, Snapshot to) => Rebuild.Of(from, to);

    /// <inheritdoc/>
    public override IEnumerable<NameSlot> Slots(ObjectId id) => NameSlots.Of(id, server);

    /// <inheritdoc/>
    public override IEnumerable<NameSlot> Needs(ObjectId id) => NameSlots.NeededBy(id, server);

    /// <inheritdoc/>
    public override ScriptShell Shell { get; } = new PsqlShell(server, schema ?? "");

    /// <inheritdoc/>
    public override string Quoted(Identifier name) => PostgreSqlText.Quote(name);

    /// <inheritdoc/>
    public override string Literal(string text) => PostgreSqlText.Literal(text);

    /// <summary>Scratch is a transaction that is rolled back: what a statement does there does not stay. Files and programs do.</summary>
    public override HookRules Hooks { get; } = new(TransactionMode.Shared, StaysOnScratch: true, Lexer.Read)
    {
        OfSessions = ["DISCARD", "LISTEN", "UNLISTEN", "LOAD"],
        NotOne = StatementText.Fault,
        ReachesBeyond = tokens => tokens[0].IsWord("COPY") ? "begins with COPY" : null,
    };

    /// <inheritdoc/>
    public override IEnumerable<(ObjectId? Subject, string Sql)> Statements(string text) => StatementText.Parts(text);

    /// <inheritdoc/>
    public override StepTimeouts Timeouts(Step step) => StepTime.Of(step);

    /// <inheritdoc/>
    public override LedgerTables Ledger { get; } = new PostgreSqlLedger(schema ?? "");

    /// <summary>What a server of a version prints.</summary>
    public static NormalForm FormOf(PostgreSqlCapabilities server) => new(ProviderNames.PostgreSql, IsServer: true, server.Major);
}
