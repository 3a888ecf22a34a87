namespace SchemaSync.Generators.Building;

/// <summary>What a class says about rows that are there: values of required columns, and of columns that get another type.</summary>
internal static class RowValues
{
    /// <summary>What it says, in the order of its columns.</summary>
    public static IEnumerable<Intent> Of(IReadOnlyList<(MemberDeclaration Member, string Name)> columns, Table table, BuildContext context)
    {
        foreach (var (member, name) in columns)
        {
            if (!member.Has(AttributeKind.Backfill) && !member.Has(AttributeKind.Column)) continue;
            var id = ObjectId.In(ObjectKind.Column, table.Name, new(name));
            var column = table.Columns.First(c => c.Name == id.Name);
            if (Backfill(member, column, id, context) is { } fill) yield return fill;
            if (Using(member, column, id, context) is { } conversion) yield return conversion;
        }
    }

    private static Intent? Backfill(MemberDeclaration member, Column column, ObjectId id, BuildContext context)
    {
        if (context.One(member.Attributes, AttributeKind.Backfill, id.ToString()) is not { } use) return null;
        if (Bodies.Read(use, "Sql", id.ToString(), context) is not { } sql) return null;
        if (WhyNever(column) is { } reason)
        {
            context.Report(AttributeDiagnostics.NothingToFill, use.Place, use.Display, id.ToString(), reason);
            return null;
        }

        if (IsItself(sql.Text, id)) context.Report(AttributeDiagnostics.FilledFromItself, use.Place, id.ToString(), column.Name.Value);
        return new(IntentKind.Backfill, id, id.Name) { Sql = sql.Text, Rows = Positive("Rows"), Pause = Positive("Pause") };

        long? Positive(string argument)
        {
            var number = use.Number(argument) ?? 0;
            if (number < 0)
                context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, id.ToString(), $"{argument} is below zero");
            return number > 0 ? number : null;
        }
    }

    private static string? WhyNever(Column column) => column switch
    {
        { Computed: not null } => "the database computes it",
        { Identity: not null } => "the database numbers it",
        { Nullable: true } => "it may be NULL, so that no row has to have a value; make it required, or update the rows yourself",
        _ => null,
    };

    // As a part of an expression it may well stand there: COALESCE(name, '').
    private static bool IsItself(string sql, ObjectId id)
    {
        var text = sql.Replace("\"", "").Replace("`", "").Replace("[", "").Replace("]", "").Replace(" ", "");
        return new[] { id.Name.Value, $"{id.Owner}.{id.Name}" }.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private static Intent? Using(MemberDeclaration member, Column column, ObjectId id, BuildContext context)
    {
        if (context.Giving(member.Attributes, AttributeKind.Column, "Using", id.ToString()) is not { } use) return null;
        var sql = use.Text("Using")!.Trim();
        if (sql.Length == 0) context.Report(AttributeDiagnostics.EmptySql, use.Place, "Using", id.ToString());
        else if (column.Computed is not null)
            context.Report(AttributeDiagnostics.NothingToFill, use.Place, "Using", id.ToString(), "the database computes it");
        else return new(IntentKind.Convert, id, id.Name) { Sql = sql };
        return null;
    }
}
