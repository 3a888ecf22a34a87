namespace SchemaSync.MySql.Sql;

/// <summary>
/// Which declared statements may run among those of a plan, and which on scratch as well. A scratch database is one of the same server and
/// no transaction: what is about the server, its accounts or its files would be done for good while a plan is only made.
/// </summary>
internal static class HookWords
{
    private static readonly string[] OfDatabases =
    [
        "INSERT", "UPDATE", "DELETE", "REPLACE", "SELECT", "WITH", "VALUES", "CALL", "DO", "ANALYZE", "OPTIMIZE", "CHECK", "REPAIR",
        "CHECKSUM", "TRUNCATE", "CREATE", "ALTER", "DROP", "RENAME", "SIGNAL",
    ];

    // Implicit commits: MySQL 15.3.3. What a routine does nobody sees.
    private static readonly string[] OfRows = ["INSERT", "REPLACE", "UPDATE", "DELETE", "WITH"];

    private static readonly string[] OfSchemas = ["CREATE", "ALTER", "DROP", "RENAME"];

    private static readonly string[] OfObjects =
    [
        "TABLE", "TABLES", "VIEW", "INDEX", "TRIGGER", "FUNCTION", "PROCEDURE", "EVENT", "SEQUENCE", "TEMPORARY", "UNIQUE", "OR",
        "FULLTEXT",
    ];

    /// <summary>The rules.</summary>
    public static HookRules Rules { get; } = new(TransactionMode.None, StaysOnScratch: false, text => Lexer.Read(text, LexerMode.Ours))
    {
        OfSessions = ["LOCK", "UNLOCK", "EXECUTE", "DEALLOCATE", "HANDLER"],
        NotOne = sql => StatementText.Fault(sql, LexerMode.Ours),
        ReachesBeyond = Beyond,
        EndsTransaction = tokens => Array.Exists(OfRows, tokens[0].IsWord) ? null
            : $"begins with {tokens[0]}, and only {string.Join(", ", OfRows)} stay in a transaction here",
    };

    private static string? Beyond(IReadOnlyList<SqlToken> tokens)
    {
        if (!Array.Exists(OfDatabases, tokens[0].IsWord)) return $"begins with {tokens[0]}, which may be about the whole server";
        if (Array.Exists(OfSchemas, tokens[0].IsWord) && (tokens.Count < 2 || !Array.Exists(OfObjects, tokens[1].IsWord)))
            return $"begins with {tokens[0]} of what may be the whole server's";
        if (tokens.Any(t => t.IsWord("SONAME"))) return "loads a library into the server";
        return tokens.Any(t => t.IsWord("OUTFILE") || t.IsWord("DUMPFILE")) ? "writes a file of the server" : null;
    }
}
