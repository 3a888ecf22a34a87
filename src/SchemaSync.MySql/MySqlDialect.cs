namespace SchemaSync.MySql;

/// <summary>MySQL or MariaDB, as a server of one version speaks it.</summary>
internal sealed class MySqlDialect(MySqlCapabilities server, Home? home = null, string? database = null, ScratchNames? scratch = null)
    : Dialect
{
    // The name space that tables share with others.
    private const string Tables = "table";

    /// <inheritdoc/>
    public override string Provider => server.Provider;

    /// <inheritdoc/>
    public override NormalForm ServerForm => server.ServerForm;

    /// <summary>With the collations of the databases: tables that name none get them.</summary>
    public override string ServerVersion
    {
        get
        {
            var others = server.SharedCollations.Where(c => c.Value != server.DatabaseCollation)
                .OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $"{c.Key}={c.Value}");
            return $"{server.Version} {server.DatabaseCollation} {string.Join(" ", others)}".Trim();
        }
    }

    /// <summary>
    /// Bodies are kept as they were written, and an expression of a table is printed as its printed form is, numbers below zero aside
    /// (<see cref="MySqlText.Printed"/>): only a query, which the server opens anew, was ever seen to become another text.
    /// </summary>
    public override bool PrintsSettled(SchemaObject subject) => subject is not View;

    /// <summary>
    /// Columns, keys and routines ignore case everywhere, tables on some systems. Two tables that differ in case alone are
    /// refused by the inspector.
    /// </summary>
    public override StringComparer Names => StringComparer.OrdinalIgnoreCase;

    /// <inheritdoc/>
    public override Snapshot Lower(SchemaModel model) => new Lowering(server).Lower(model);

    /// <inheritdoc/>
    public override ColumnType? NearestTo(ColumnType native) => Types.NearestTo(native.Native ?? "");

    /// <inheritdoc/>
    public override string Fold(string sql) => MySqlText.Fold(sql);

    /// <inheritdoc/>
    public override SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) =>
        MySqlText.RenameIn(expression, from, to);

    /// <inheritdoc/>
    public override string? OwnSchema => database;

    /// <inheritdoc/>
    public override IEnumerable<string> NamesIn(string sql) => Lexer.Read(sql).Tokens.Select(MySqlText.NameOf).OfType<string>();

    /// <inheritdoc/>
    public override Snapshot WithoutHome(Snapshot declared) => home?.Require(declared) ?? declared;

    /// <inheritdoc/>
    public override IEnumerable<string> OtherPlaces(TopLevelObject subject, IReadOnlySet<string> managed) =>
        home?.Others(subject, managed) ?? [];

    /// <inheritdoc/>
    public override string? Misplaced(SchemaObject subject, string facet, string text) => Places.Fault(subject, facet, text);

    /// <inheritdoc/>
    protected override IReadOnlySet<ObjectKind> Kinds { get; } = new HashSet<ObjectKind>(server.IsMariaDb ? [ObjectKind.Sequence] : [])
    {
        ObjectKind.Schema, ObjectKind.Table, ObjectKind.View, ObjectKind.Function,
        ObjectKind.Procedure, ObjectKind.Trigger, ObjectKind.Event,
        ObjectKind.Column, ObjectKind.PrimaryKey, ObjectKind.UniqueConstraint,
        ObjectKind.CheckConstraint, ObjectKind.ForeignKey, ObjectKind.Index,
    };

    /// <inheritdoc/>
    protected override PlannedSteps Expand(Diff diff) => new ExpandPass(diff, server, this).Steps();

    /// <summary>Tables, views and sequences share one name space; triggers are named within the
    /// database, as are checks and foreign keys where they have to be.</summary>
    public override IEnumerable<NameSlot> Slots(ObjectId id)
    {
        if (id.Kind == ObjectKind.Table || id.Kind == ObjectKind.View || id.Kind == ObjectKind.Sequence)
            return [new(Tables, id.QualifiedName.ToString())];
        var isNamedWithinDatabase = id.Kind == ObjectKind.Trigger
            || (id.Kind == ObjectKind.ForeignKey && !id.Name.IsEmpty && server.NamesForeignKeysWithinDatabase)
            || (id.Kind == ObjectKind.CheckConstraint && !id.Name.IsEmpty && !server.IsMariaDb);
        return isNamedWithinDatabase ? [new(id.Kind.Name, id.QualifiedName.ToString())] : base.Slots(id);
    }

    /// <inheritdoc/>
    public override ScriptShell Shell { get; } = new Shell(server, scratch);

    /// <inheritdoc/>
    public override StepTimeouts Timeouts(Step step) => new(TimeSpan.FromSeconds(Facts.LockWait), null);

    /// <inheritdoc/>
    public override string Quoted(Identifier name) => MySqlText.Quote(name);

    /// <inheritdoc/>
    public override string Literal(string text) => MySqlText.Literal(text);

    /// <inheritdoc/>
    public override HookRules Hooks { get; } = HookWords.Rules;

    /// <inheritdoc/>
    public override LedgerTables Ledger { get; } = new MySqlLedger();
}
