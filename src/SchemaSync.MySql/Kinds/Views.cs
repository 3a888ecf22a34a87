namespace SchemaSync.MySql.Kinds;

/// <summary>The options of views: ALGORITHM, SQL SECURITY, CHECK OPTION; the defaults are not said.</summary>
internal static class Views
{
    /// <summary>How the server works the view into a query: UNDEFINED, MERGE or TEMPTABLE.</summary>
    public const string Algorithm = "ALGORITHM";

    /// <summary>With whose rights it reads: DEFINER or INVOKER.</summary>
    public const string Security = "SQL SECURITY";

    /// <summary>Whether rows written through it must be seen through it: CASCADED or LOCAL.</summary>
    public const string CheckOption = "CHECK OPTION";

    /// <summary>Declared options in the server's form.</summary>
    public static EquatableArray<TableOption> Lower(EquatableArray<TableOption> options) => Options(
        options.Select(o =>
            new TableOption(o.Name.ToUpperInvariant() switch { "SECURITY" => Security, var name => name }, o.Value.ToUpperInvariant())));

    /// <summary>Options without those that only repeat the default.</summary>
    public static EquatableArray<TableOption> Options(IEnumerable<TableOption> options) => options
        .Where(o => (o.Name, o.Value) is not ((Algorithm, "UNDEFINED") or (Security, "DEFINER") or (CheckOption, "NONE")))
        .OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray();
}
