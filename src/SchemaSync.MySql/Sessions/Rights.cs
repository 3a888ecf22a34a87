using System.Text.RegularExpressions;

namespace SchemaSync.MySql.Sessions;

/// <summary>
/// Which rights an account lacks to see a whole database. The servers do not refuse: they leave out what an account may not see, and
/// a table that nobody mentions would be taken for one that is not there.
/// </summary>
internal static class Rights
{
    private const string All = "ALL PRIVILEGES";

    private static readonly string[] Needed = ["SELECT", "SHOW VIEW", "TRIGGER", "EVENT"];

    // One of these shows that a routine exists; its definition is asked for by itself.
    private static readonly string[] Routines = ["EXECUTE", "ALTER ROUTINE",
        "CREATE ROUTINE", "SHOW_ROUTINE", ShowCreateRoutine, ProcTable];

    // MariaDB's way before it had a right of its own: whoever reads the server's table of routines sees them all.
    private const string ShowCreateRoutine = "SHOW CREATE ROUTINE", ProcTable = "SELECT ON mysql.proc";

    /// <summary>What SHOW GRANTS would have to say and does not, as what a GRANT says in
    /// front of TO; empty when the account sees everything.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> grants, string database, MySqlCapabilities server)
    {
        var rights = Of(grants, database);
        if (server.IsMariaDb && Of(grants, "mysql", "proc").Overlaps(["SELECT", All])) rights.Add(ProcTable);
        if (rights.Contains(All)) return [];
        var here = Needed.Where(n => !rights.Contains(n)).ToList();
        var routine = Routines.Any(rights.Contains) ? null : ToReadRoutines(server);
        if (routine == ShowCreateRoutine) here.Add(routine);
        return [.. here.Count > 0
            ? (IEnumerable<string>)[$"{string.Join(", ", here)} ON {MySqlText.Quote(new Identifier(database))}.*"]
            : [], .. routine is null or ShowCreateRoutine ? (IEnumerable<string>)[] : [routine]];
    }

    /// <summary>Whether a foreign key may refer to a table; a right on its columns is none on the table (tried on both servers).</summary>
    public static bool MayRefer(IEnumerable<string> grants, QualifiedName table) =>
        Of(grants, table.Schema.Value, table.Name.Value).Overlaps(["REFERENCES", All]);

    /// <summary>Whether an account has a right on a whole database.</summary>
    public static bool Has(IEnumerable<string> grants, string database, string right) => Of(grants, database).Overlaps([right, All]);

    /// <summary>What lets an account read every routine and call none.</summary>
    public static string ToReadRoutines(MySqlCapabilities server) =>
        !server.IsMariaDb ? "SHOW_ROUTINE ON *.*" : server.HasShowCreateRoutine ? ShowCreateRoutine : ProcTable;

    // The rights on a whole database, or on one table of it.
    private static HashSet<string> Of(IEnumerable<string> grants, string database, string? table = null)
    {
        var rights = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var grant in grants)
        {
            var tokens = Lexer.Read(grant).Significant;
            var on = tokens.FindIndex(t => t.IsWord("ON"));
            if (on < 2 || on + 3 >= tokens.Count || !Covers(tokens, on + 1, database, table)) continue;
            var words = Words(tokens, on);
            // MySQL may take back for one database what it grants for all (partial_revokes).
            if (tokens[0].IsWord("REVOKE")) rights.ExceptWith(words.Contains(All) ? [.. rights] : words);
            else rights.UnionWith(words);
        }

        return rights;
    }

    /// <summary>Whether rights may come with a role, which MySQL shows only when it is asked by name.</summary>
    public static bool HasRoles(IEnumerable<string> grants) =>
        grants.Any(g => Lexer.Read(g).Significant is var tokens && tokens[0].IsWord("GRANT") && tokens.TrueForAll(t => !t.IsWord("ON")));

    // GRANT SELECT, SHOW VIEW, UPDATE (a, b) ON …: words of one right belong together, columns are passed over.
    private static HashSet<string> Words(List<SqlToken> tokens, int on)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var right = new List<string>();
        for (var i = 1; i <= on; i++)
        {
            if (i < on && tokens[i].Is("("))
            {
                while (!tokens[i].Is(")")) i++;
                right.Clear();
            }
            else if (i == on || tokens[i].Is(","))
            {
                if (right.Count > 0) words.Add(string.Join(' ', right));
                right.Clear();
            }
            else right.Add(tokens[i].ToString());
        }

        return words;
    }

    // *.*, or `shop`.* where the name is a pattern.
    private static bool Covers(List<SqlToken> tokens, int at, string database, string? table)
    {
        if (!tokens[at + 1].Is(".") || !(tokens[at + 2].Is("*") || (table is not null && MySqlText.NameOf(tokens[at + 2]) == table)))
            return false;
        if (tokens[at].Is("*")) return true;
        if (MySqlText.NameOf(tokens[at]) is not { } pattern) return false;
        var regex = Regex.Replace(Regex.Escape(pattern), @"\\\\([_%])|([_%])",
            m => m.Groups[1].Success ? Regex.Escape(m.Groups[1].Value) : m.Value == "%" ? ".*" : ".");
        return Regex.IsMatch(database, $"^(?:{regex})$",
            RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
