namespace SchemaSync.Tasks;

/// <summary>Schemas as a property lists them.</summary>
internal static class SchemaList
{
    /// <summary>The names, the tenant's own first, each once. A name may hold a comma; MSBuild's own separator is the semicolon.</summary>
    public static IReadOnlyList<string> Of(string? property) =>
        (property ?? "").Split(';').Select(s => s.Trim()).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ToList();
}
