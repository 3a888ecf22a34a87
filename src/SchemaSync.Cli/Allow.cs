namespace SchemaSync.Cli;

/// <summary>Reads <c>--allow</c>.</summary>
internal static class Allow
{
    private static readonly char[] Separators = [';', ',', ' '];

    /// <summary>The codes in all values.</summary>
    /// <exception cref="SchemaSyncException">SSY0904: a code is unknown or no hazard.</exception>
    public static EquatableArray<string> Codes(IEnumerable<string> values) =>
        values.SelectMany(v => v.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(Check).Distinct().ToEquatableArray();

    private static string Check(string text)
    {
        var code = text.ToUpperInvariant();
        var entry = DiagnosticCatalog.All.GetValueOrDefault(code);
        if (entry?.Severity == Severity.Hazard) return code;
        var all = DiagnosticCatalog.All.Values.Where(e => e.Severity == Severity.Hazard).Select(e => e.Code).Order(StringComparer.Ordinal);
        throw new SchemaSyncException(BuildDiagnostics.NotAHazard, text,
            entry is null ? "no code of SchemaSync" : $"no hazard but '{entry.Title}'", string.Join(", ", all));
    }
}
