namespace SchemaSync.Sqlite;

/// <summary>SQLite, as the linked library speaks it (3.53 and newer: ALTER TABLE changes NOT NULL and CHECK).</summary>
public sealed class SqliteDialect : Dialect
{
    // The name space that tables share with others.
    private const string Tables = "table";

    private static readonly HashSet<string> Modules = new(["fts3", "fts4", "fts5", "rtree", "rtree_i32", "geopoly"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The form of every snapshot: SQLite keeps texts as written, so folded source and server text agree.</summary>
    internal static readonly NormalForm Form = new(ProviderNames.Sqlite, IsServer: true);

    /// <inheritdoc/>
    public override NormalForm ServerForm => Form;

    /// <inheritdoc/>
    public override bool RewritesTexts => false;

    /// <inheritdoc/>
    public override string Provider => ProviderNames.Sqlite;

    /// <summary>ASCII letters compare without case, all others with it (sqlite3_stricmp).</summary>
    public override StringComparer Names => SqliteNames.Comparer;

    /// <inheritdoc/>
    public override Snapshot Lower(SchemaModel model) => Lowering.Lower(model);

    /// <inheritdoc/>
    public override ColumnType? NearestTo(ColumnType native) => Types.NearestTo(native);

    /// <inheritdoc/>
    public override string Fold(string sql) => SqliteText.Fold(sql);

    /// <inheritdoc/>
    public override SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) =>
        SqliteText.RenameIn(expression, from, to);

    /// <summary>A text in single quotes is a name where nothing else fits (manual, quirks 8).</summary>
    public override IEnumerable<string> NamesIn(string sql) =>
        Lexer.Read(sql).Tokens.Where(t => t.Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName or SqlTokenKind.String)
            .Select(SqliteText.Unquote);

    /// <inheritdoc/>
    public override string? Misplaced(SchemaObject subject, string facet, string text) => Places.Fault(facet, text);

    /// <summary>A virtual table of a module that SQLite brings, and that reads and writes its own tables alone.</summary>
    public override string? OnScratch(OpaqueObject opaque)
    {
        var tokens = Lexer.Read(opaque.Definition).Significant;
        if (tokens.Count < 6 || !tokens[1].IsWord("VIRTUAL")) return null;
        var at = tokens.FindIndex(t => t.IsWord("USING")) + 1;
        return at > 0 && at < tokens.Count && Modules.Contains(SqliteText.Unquote(tokens[at])) ? opaque.Definition : null;
    }

    /// <inheritdoc/>
    protected override IReadOnlySet<ObjectKind> Kinds { get; } = new HashSet<ObjectKind>
    {
        ObjectKind.Table, ObjectKind.View, ObjectKind.Trigger,
        ObjectKind.Column, ObjectKind.PrimaryKey, ObjectKind.UniqueConstraint,
        ObjectKind.CheckConstraint, ObjectKind.ForeignKey, ObjectKind.Index,
    };

    /// <inheritdoc/>
    protected override PlannedSteps Expand(Diff diff) => new ExpandPass(diff, this).Steps();

    /// <summary>Tables, views and indexes share one name space, triggers have another.</summary>
    public override IEnumerable<NameSlot> Slots(ObjectId id) =>
        id.Kind == ObjectKind.Table || id.Kind == ObjectKind.View || id.Kind == ObjectKind.Index ? [new(Tables, id.Name.Value)]
        : id.Kind == ObjectKind.Trigger ? [new(id.Kind.Name, id.Name.Value)]
        : base.Slots(id);

    /// <inheritdoc/>
    public override ScriptShell Shell { get; } = new Shell();

    /// <summary>Scratch is in memory, and no statement but these reaches another file.</summary>
    public override HookRules Hooks { get; } = new(TransactionMode.Shared, StaysOnScratch: true, Lexer.Read)
    {
        OfSessions = ["ATTACH", "DETACH", "PRAGMA", "VACUUM"],
    };

    /// <inheritdoc/>
    public override LedgerTables Ledger { get; } = new SqliteLedger();
}
