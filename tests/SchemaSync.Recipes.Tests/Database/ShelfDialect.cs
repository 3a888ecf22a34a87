namespace SchemaSync.Recipes;

/// <summary>The pure side of a database of one's own: its schema is the boxes on a
/// shelf, and its language three statements about them.</summary>
public sealed class ShelfDialect : Dialect
{
    /// <summary>What the command line and files call it.</summary>
    public const string Name = "Shelf";

    /// <inheritdoc/>
    public override string Provider => Name;

    /// <inheritdoc/>
    public override NormalForm ServerForm { get; } = new(Name, IsServer: true);

    /// <summary>A shelf keeps texts as they were written.</summary>
    public override bool RewritesTexts => false;

    /// <inheritdoc/>
    public override StringComparer Names => StringComparer.Ordinal;

    /// <inheritdoc/>
    public override LedgerTables Ledger { get; } = new ShelfLedger();

    /// <inheritdoc/>
    public override Snapshot Lower(SchemaModel model) => new()
    {
        Form = ServerForm,
        Objects = model.Objects.Select(o => o is Box ? o : throw Lacks(ObjectId.Of(o))).ToEquatableArray(),
        Intents = model.Intents,
    };

    /// <inheritdoc/>
    public override string Fold(string sql) => sql.Trim();

    /// <inheritdoc/>
    public override SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) => expression;

    /// <summary>No box speaks of another.</summary>
    public override IEnumerable<string> NamesIn(string sql) => [];

    /// <summary>Every text stands in quotes.</summary>
    public override string? Misplaced(SchemaObject subject, string facet, string text) => null;

    /// <inheritdoc/>
    protected override IReadOnlySet<ObjectKind> Kinds { get; } = new HashSet<ObjectKind> { Box.BoxKind };

    /// <inheritdoc/>
    protected override PlannedSteps Expand(Diff diff) => new([], [.. diff.Changes.Select(Step)]);

    private static Step Step(Change change) => change switch
    {
        Change.Add { After: Box box } =>
            Of(change, $"INSERT INTO boxes (name, label, content, comment) VALUES ({Text(box.Name)}, {Text(box.Label)}, "
                + $"{Text(box.Content?.Text)}, {Text(box.Comment)})"),
        Change.Alter { After: Box box } =>
            Of(change, $"UPDATE boxes SET label = {Text(box.Label)}, content = {Text(box.Content?.Text)}, comment = "
                + $"{Text(box.Comment)} WHERE name = {Text(box.Name)}"),
        Change.Rename { Before: Box before, After: Box after } =>
            Of(change, $"UPDATE boxes SET name = {Text(after.Name)} WHERE name = {Text(before.Name)}"),
        Change.Drop { Before: Box box } => Of(change, $"DELETE FROM boxes WHERE name = {Text(box.Name)}") with
        {
            Hazards = [PlanHazards.Loses(change.Id, change.ToString())],
        },
        _ => throw Lacks(change.Id),
    };

    private static Step Of(Change change, string sql) => new()
    {
        Sql = sql, Serves = change.ToString(), Subject = change.Id, Lock = LockMode.BlocksWrites, Reverse = new(ReverseKind.Sql),
    };

    // What a dialect has no word for is refused, never passed over.
    private static SchemaSyncException Lacks(ObjectId id) =>
        new([Diagnostic.Of(InspectionDiagnostics.Unsupported, id.ToString(),
            $"the kind {id.Kind}, of which a shelf has none") with { Subject = id }]);

    private static string Text(QualifiedName name) => Quoted(name.Name.Value);

    private static string Text(string? text) => text is null ? "NULL" : Quoted(text);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
