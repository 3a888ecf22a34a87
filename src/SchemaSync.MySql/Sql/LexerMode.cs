namespace SchemaSync.MySql.Sql;

/// <summary>What a session's <c>sql_mode</c> changes about tokens (manual, Server SQL Modes).</summary>
/// <param name="AnsiQuotes">Double quotes hold a name, not a constant.</param>
/// <param name="PlainBackslashes">A backslash in a constant is only that.</param>
/// <param name="IsOracle">Blocks are those of another language (MariaDB).</param>
internal sealed record LexerMode(bool AnsiQuotes, bool PlainBackslashes, bool IsOracle)
{
    // Each of these stands for a list that ANSI_QUOTES is in.
    private static readonly string[] Ansi = ["ANSI_QUOTES", "ANSI", "DB2", "MAXDB", "MSSQL", "ORACLE", "POSTGRESQL"];

    /// <summary>The mode of our sessions.</summary>
    public static LexerMode Ours { get; } = new(false, false, false);

    /// <summary>The mode that a list of settings sets.</summary>
    public static LexerMode Of(EquatableArray<TableOption> settings)
    {
        var mode = settings.FirstOrDefault(s => s.Name.Equals(Places.SqlMode, StringComparison.OrdinalIgnoreCase));
        return mode is null ? Ours : Of(mode.Value);
    }

    /// <summary>The mode called by its words.</summary>
    public static LexerMode Of(string words)
    {
        var list = words.ToUpperInvariant().Split(',', StringSplitOptions.TrimEntries);
        return new(list.Intersect(Ansi).Any(), list.Contains("NO_BACKSLASH_ESCAPES"), list.Contains("ORACLE"));
    }

    /// <summary>Whether it is a list of words: a number would be a list that cannot be read here.</summary>
    public static bool IsKnown(string words) =>
        words.All(c => char.IsAsciiLetterUpper(c) || c is '_' or ',' || char.IsAsciiDigit(c))
        && !words.Split(',').Any(w => w.Length > 0 && w.All(char.IsAsciiDigit));
}
