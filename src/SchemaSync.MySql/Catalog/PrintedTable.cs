namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Texts of one table as SHOW CREATE TABLE prints them: one line for each part. information_schema tells where a text stands and how many
/// tokens it has;
/// only its characters are taken from here.
/// </summary>
internal sealed class PrintedTable(string definition)
{
    private readonly string[] _lines = definition.Split('\n');

    /// <summary>The whole.</summary>
    public string Definition => definition;

    /// <summary>The constant behind DEFAULT on a column's line.</summary>
    public string? ConstantOf(string column)
    {
        var tokens = Tokens($"  {MySqlText.Quote(new Identifier(column))} ");
        var at = tokens.FindIndex(t => t.IsWord("DEFAULT"));
        return at >= 0 && at + 1 < tokens.Count && tokens[at + 1].Kind is SqlTokenKind.String or SqlTokenKind.Blob ? tokens[at + 1]
            .ToString() : null;
    }

    /// <summary>The text on a column's line that differs from one shown in the characters alone that it has no bytes for; null where there
    /// is none.</summary>
    public string? OfColumn(string column, string shown) => Find(Tokens($"  {MySqlText.Quote(new Identifier(column))} "), shown);

    /// <summary>The same on the line of a check.</summary>
    public string? OfCheck(string check, string shown) =>
        Find(Tokens($"  CONSTRAINT {MySqlText.Quote(new Identifier(check))} CHECK "), shown);

    private List<SqlToken> Tokens(string start) =>
        _lines.FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) is { } line
            ? Lexer.Read(line.TrimEnd(',')).Significant : [];

    private static string? Find(List<SqlToken> tokens, string shown)
    {
        var wanted = Lexer.Read(shown).Significant;
        var at = Enumerable.Range(0, Math.Max(0, tokens.Count - wanted.Count + 1))
            .FirstOrDefault(i => wanted.Select((w, k) => StoredText.Printed(tokens[i + k].ToString()) == w.ToString())
            .All(same => same), -1);
        return at < 0 || wanted.Count == 0 ? null : tokens[at].Source[tokens[at].Start..tokens[at + wanted.Count - 1].End];
    }
}
