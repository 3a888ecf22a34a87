using System.Text.RegularExpressions;

namespace SchemaSync.Engine;

/// <summary>
/// Which rights an account lacks to see a whole database. The servers do not refuse: they leave out what an account may not see, and
/// a table that nobody mentions would be taken for one that is not there.
/// </summary>
internal static class MySqlRights
{
    private const string All = "ALL PRIVILEGES";

    private static readonly string[] Needed = ["SELECT", "SHOW VIEW", "TRIGGER", "EVENT"];

    // One of these shows that a routine exists; its definition is asked for by itself.
    private static readonly string[] Routines = ["EXECUTE", "ALTER ROUTINE", "CREATE ROUTINE", "SHOW_ROUTINE"];

    /// <summary>What SHOW GRANTS would have to say and does not; empty when the account sees everything.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> grants, string database)
    {
        var rights = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var grant in grants)
        {
            var tokens = MySqlLexer.Read(grant).Significant;
            var on = tokens.FindIndex(t => t.IsWord("ON"));
            if (on < 2 || on + 3 >= tokens.Count || !Covers(tokens, on + 1, database)) continue;
            var words = Words(tokens, on);
            // MySQL may take back for one database what it grants for all (partial_revokes).
            if (tokens[0].IsWord("REVOKE")) rights.ExceptWith(words.Contains(All) ? [.. rights] : words);
            else rights.UnionWith(words);
        }

        if (rights.Contains(All)) return [];
        return [.. Needed.Where(n => !rights.Contains(n)), .. Routines.Any(rights.Contains) ? (IEnumerable<string>)[] : ["EXECUTE"]];
    }

    /// <summary>Whether rights may come with a role, which MySQL shows only when it is asked by name.</summary>
    public static bool HasRoles(IEnumerable<string> grants) => grants.Any(g => MySqlLexer.Read(g).Significant is var tokens && tokens[0].IsWord("GRANT") && tokens.TrueForAll(t => !t.IsWord("ON")));

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
    private static bool Covers(List<SqlToken> tokens, int at, string database)
    {
        if (!tokens[at + 1].Is(".") || !tokens[at + 2].Is("*")) return false;
        if (tokens[at].Is("*")) return true;
        if (MySqlText.NameOf(tokens[at]) is not { } pattern) return false;
        var regex = Regex.Replace(Regex.Escape(pattern), @"\\\\([_%])|([_%])", m => m.Groups[1].Success ? Regex.Escape(m.Groups[1].Value) : m.Value == "%" ? ".*" : ".");
        return Regex.IsMatch(database, $"^(?:{regex})$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
