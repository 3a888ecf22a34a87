namespace SchemaSync.Sqlite.Kinds;

/// <summary>The declared model in SQLite's own terms: native types, folded texts, lengths as checks.</summary>
internal static class Lowering
{
    /// <summary>Lowers a model; the result reads like a database created from it.</summary>
    public static Snapshot Lower(SchemaModel model) => new()
    {
        Form = SqliteDialect.Form,
        Objects = ReferenceCase.Align(model.Objects.Select(Lower).ToList(), SqliteNames.Comparer).ToEquatableArray(),
        Intents = model.Intents,
    };

    private static TopLevelObject Lower(TopLevelObject subject) => subject switch
    {
        IGrantable { Grants: not null } => throw Unsupported(subject, "rights of roles, which SQLite lacks"),
        { Name.IsQualified: true } or Trigger { On.IsQualified: true } => throw Unsupported(subject, "a schema, which SQLite lacks"),
        Table table when table.ForeignKeys.Any(k => k.ReferencedTable.IsQualified) =>
            throw Unsupported(table, "a foreign key to a table of another database, which SQLite lacks"),
        Table table => TableForm.Of(Lower(table)),
        View view => view with { Definition = Text(view.Definition) },
        Trigger { Events.Count: not 1 } trigger => throw Unsupported(trigger, "several events, of which SQLite takes one"),
        Trigger trigger => trigger with { When = trigger.When is null ? null : Text(trigger.When), Body = Text(trigger.Body) },
        SqlObject => subject,
        _ => throw Unsupported(subject, "a kind of object that SQLite lacks"),
    };

    private static SchemaSyncException Unsupported(TopLevelObject subject, string what) =>
        new(InspectionDiagnostics.Unsupported, ObjectId.Of(subject).ToString(), what);

    private static Table Lower(Table table) => table with
    {
        Columns = table.Columns.Select(c => Lower(table, c)).ToEquatableArray(),
        PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Parts(key.Columns) } : null,
        UniqueConstraints = table.UniqueConstraints.Select(u => u with { Columns = Parts(u.Columns) }).ToEquatableArray(),
        CheckConstraints =
        [
            .. table.CheckConstraints.Select(c => c with { Expression = Text(c.Expression) }),
            .. table.Columns.Where(c => c.Type.Logical != LogicalType.Native && c.Type.MaxLength is not null).Select(LengthCheck),
            .. table.Columns.Where(c => c.Type.Logical == LogicalType.Enum).Select(ValuesCheck),
        ],
        Indexes = table.Indexes.Select(i => i with { Columns = Parts(i.Columns), Where = i.Where is null ? null : Text(i.Where) })
            .ToEquatableArray(),
        Options = table.Options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
    };

    private static Column Lower(Table table, Column column) => column with
    {
        Type = ColumnType.Of(Types.NativeOf(table, column)),
        Default = column.Default is null ? null : Text(column.Default),
        Computed = column.Computed is null ? null : column.Computed with { Expression = Text(column.Computed.Expression) },
        Collation = column.Collation?.ToUpperInvariant(),
    };

    // SQLite keeps no length with a type; a check is the form in which it enforces one.
    private static CheckConstraint LengthCheck(Column column) => new()
    {
        Expression = SqliteText.Expression($"length({SqliteText.Quote(column.Name)}) <= {column.Type.MaxLength}"),
    };

    // Nor has it enums: a check admits the words.
    private static CheckConstraint ValuesCheck(Column column) => new()
    {
        Expression =
            SqliteText.Expression(
                $"{SqliteText.Quote(column.Name)} IN "
                    + $"({string.Join(", ", column.Type.Values.Select(v => $"'{v.Replace("'", "''", StringComparison.Ordinal)}'"))})"),
    };

    private static EquatableArray<IndexPart> Parts(EquatableArray<IndexPart> parts) => parts.Select(p => p with
    {
        Expression = p.Expression is null ? null : Text(p.Expression),
        Collation = p.Collation?.ToUpperInvariant(),
    }).ToEquatableArray();

    private static SqlExpression Text(SqlExpression expression) => SqliteText.Expression(expression.Text);
}
