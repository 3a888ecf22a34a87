namespace SchemaSync.Generators.Building;

/// <summary>Views and materialized views, declared on a class or on the assembly.</summary>
internal static class Views
{
    public static IEnumerable<(TopLevelObject View, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, Identifier home, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.View), u => u.Text("Name") ?? ""))
        {
            var subject = $"view {use.Text("Name")}";
            context.Supports(use, subject);
            if (Bodies.Read(use, "Sql", subject, context) is not { } sql) continue;
            yield return (new View
            {
                Name = context.Qualified(use, home),
                Columns = Columns(use),
                Definition = sql,
                Options = Generators.Building.Options.Sorted(Options(use, subject, context)),
                Comment = use.Text("Comment"),
            }, use);
        }
    }

    /// <summary>Materialized views; their indexes are added where the class is known.</summary>
    public static IEnumerable<(TopLevelObject View, AttributeUse Use)> Materialized(
        EquatableArray<AttributeUse> attributes, Identifier home, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.MaterializedView), u => u.Text("Name") ?? ""))
        {
            var subject = $"materialized view {use.Text("Name")}";
            context.Supports(use, subject);
            if (Bodies.Read(use, "Sql", subject, context) is not { } sql) continue;
            yield return (new MaterializedView
            {
                Name = context.Qualified(use, home),
                Columns = Columns(use),
                Definition = sql,
                Options = Generators.Building.Options.Read(use, context.Profile.MaterializedViewOptions, subject, context),
                Comment = use.Text("Comment"),
            }, use);
        }
    }

    private static IEnumerable<TableOption> Options(AttributeUse use, string subject, BuildContext context)
    {
        var parameters = context.Profile.ViewOptionsAreParameters;
        if (use.Flag("SecurityInvoker")) yield return parameters ? new("security_invoker", "true") : new("SQL SECURITY", "INVOKER");
        if (use.Flag("SecurityBarrier")) yield return new("security_barrier", "true");
        var check = context.Choice<CheckOption>(use, "CheckOption", subject);
        if (check != CheckOption.None)
            yield return parameters
                ? new("check_option", check.ToString().ToLowerInvariant())
                : new("CHECK OPTION", check.ToString().ToUpperInvariant());
        var algorithm = context.Choice<Algorithm>(use, "Algorithm", subject);
        if (algorithm != Algorithm.Undefined) yield return new("ALGORITHM", algorithm.ToString().ToUpperInvariant());
    }

    private static EquatableArray<Identifier> Columns(AttributeUse use) =>
        use.Texts("Columns").Select(c => new Identifier(c)).ToEquatableArray();

    // By the numbers of SchemaSync.ViewCheckOption and SchemaSync.ViewAlgorithm.
    private enum CheckOption
    {
        None,
        Local,
        Cascaded,
    }

    private enum Algorithm
    {
        Undefined,
        Merge,
        TempTable,
    }
}
