namespace SchemaSync.Scaffolding.Tests;

/// <summary>A schema becomes C#, and the C# a schema again: the same one, but for what was told.</summary>
internal static class RoundTrip
{
    public static AdapterRegistry Adapters { get; } =
        new(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter());

    public static ScaffoldOptions Plain { get; } = new() { Namespace = "Shop.Schema" };

    public static Dialect DialectOf(Snapshot schema) => Adapters.For(schema.Form.Provider).OfflineDialect;

    /// <summary>What is lost on the way and was not told; null where nothing is.</summary>
    public static string? Difference(Snapshot schema, ScaffoldOptions? options = null)
    {
        var scaffold = Scaffold.Write(schema, DialectOf(schema), options ?? Plain);
        try
        {
            return Lost(schema, Declared(schema, scaffold), scaffold.Missing) is { } lost ? $"{lost}\n{Shown(scaffold)}" : null;
        }
        catch (Exception e) when (e is InvalidOperationException or SchemaSyncException)
        {
            return $"{e.Message}\n{Shown(scaffold)}";
        }
    }

    /// <summary>What the C# declares, in the database's own words.</summary>
    public static Snapshot Declared(Snapshot schema, Scaffolded scaffold)
    {
        var lowered = DialectOf(schema).Lower(Model(schema.Form.Provider, scaffold));
        return new() { Form = schema.Form, Objects = lowered.Objects };
    }

    public static SchemaModel Model(string provider, Scaffolded scaffold)
    {
        if (!scaffold.Files.Any(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))) return new();
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, CompiledScaffold.Emit(scaffold.Files, provider, TestContext.Current.CancellationToken));
            return ManifestReader.Read(file, provider).Model!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? Lost(Snapshot schema, Snapshot declared, IReadOnlyList<Diagnostic> missing)
    {
        var told = missing.Select(m => m.Subject!.Value).ToHashSet();
        // No server has read what is declared: texts are compared as they are written.
        var diff = Differ.Compare(Folded(declared), Folded(declared.Settle(schema)), DialectOf(schema));
        var lost = diff.Changes.Where(c => !told.Contains(c.Id)).Select(Shown).ToList();
        return lost.Count == 0 ? null : string.Join("\n", lost);
    }

    private static Snapshot Folded(Snapshot schema)
    {
        var dialect = DialectOf(schema);
        return schema.With(schema.Objects.Select(o => o.MapExpressions(e => new(Text(e.Canonical))) switch
        {
            Table table => table with
            {
                Columns = table.Columns.Map(c => c with { Type = ColumnType.Of(Text(c.Type.Native ?? "").ToUpperInvariant()) }),
            },
            SchemaObject other => (TopLevelObject)other,
        }));

        string Text(string sql) => Bare(dialect.Fold(sql).Replace("\\'", "''", StringComparison.Ordinal));
    }

    // Parentheses around the whole say nothing.
    private static string Bare(string text)
    {
        var depth = 0;
        var closed = text.TakeWhile((c, i) => (depth += c == '(' ? 1 : c == ')' ? -1 : 0) > 0).Count();
        return closed > 0 && closed == text.Length - 1 ? Bare(text[1..^1].Trim()) : text;
    }

    public static string Shown(Change change) => change is Change.Alter alter
        ? $"{change}: {string.Join("; ", FacetList.Differences(alter.Before, alter.After)
            .Select(d => $"{d.Name}: C# {d.Before}, database {d.After}"))}"
        : change.ToString()!;

    private static string Shown(Scaffolded scaffold) => string.Join("\n", scaffold.Files.Select(f => $"--- {f.Path}\n{f.Text}"));
}
