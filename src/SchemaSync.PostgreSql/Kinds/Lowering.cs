namespace SchemaSync.PostgreSql.Kinds;

/// <summary>The declared model in PostgreSQL's own terms: native types, folded texts, lengths of bytes as checks.</summary>
internal static class Lowering
{
    /// <summary>Lowers a model: source form.</summary>
    public static Snapshot Lower(SchemaModel model) => new()
    {
        Form = new(ProviderNames.PostgreSql, IsServer: false),
        Objects = [.. Schemas(model), .. model.Objects.Select(o => Lower(o).WithExpressions(e => PostgreSqlText.Expression(e.Text)))],
        Intents = model.Intents,
    };

    // What stands in a schema declares it.
    private static IEnumerable<Schema> Schemas(SchemaModel model) => model.Objects.Where(o => o.Name.IsQualified).Select(o => o.Name.Schema)
        .Except(model.Objects.OfType<Schema>().Select(s => s.Name.Name)).Distinct().Order().Select(name => new Schema { Name = new(name) });

    private static TopLevelObject Lower(TopLevelObject subject) => subject switch
    {
        Table table => Lower(table),
        Domain domain => domain with { Type = Types.Lower(ObjectId.Of(domain), domain.Type) },
        CompositeType type =>
            type with
            {
                Attributes = type.Attributes.Select(a => a with { Type = Types.Lower(ObjectId.Of(type), a.Type) }).ToEquatableArray(),
            },
        Sequence { Type: { } type } sequence =>
            sequence with { Type = Types.Lower(ObjectId.Of(sequence), type) is { Native: not "bigint" } native ? native : null },
        Routine routine => routine with
        {
            Signature = string.Join(", ", RoutineArguments.Types(routine.Arguments, routine.IsProcedure).Select(Types.Normalize)),
            Language = routine.Language is { } language && !language.Equals("sql", StringComparison.OrdinalIgnoreCase) ? language : null,
            Security = routine.Security == RoutineSecurity.Definer ? RoutineSecurity.Definer : RoutineSecurity.Default,
        },
        Extension { Comment: not null } =>
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.Unsupported, ObjectId.Of(subject).ToString(),
                "a comment, which an extension brings along itself") with { Subject = ObjectId.Of(subject) }]),
        Event => throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.Unsupported, ObjectId.Of(subject).ToString(),
            "a kind of object that PostgreSQL lacks") with { Subject = ObjectId.Of(subject) }]),
        _ => subject,
    };

    private static Table Lower(Table table) => table with
    {
        Columns = table.Columns.Select(c => c with { Type = Types.Lower(ObjectId.Of(table.Name, c), c.Type) }).ToEquatableArray(),
        CheckConstraints = [.. table.CheckConstraints,
            .. table.Columns.Where(c => c.Type is { Logical: LogicalType.Binary, MaxLength: not null, IsArray: false })
                .Select(LengthCheck)],
        Options = table.Options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
    };

    // bytea has no length; a check is the form in which one is enforced.
    private static CheckConstraint LengthCheck(Column column) => new()
    {
        Expression = new($"octet_length({PostgreSqlText.Quote(column.Name)}) <= {column.Type.MaxLength}"),
    };
}
