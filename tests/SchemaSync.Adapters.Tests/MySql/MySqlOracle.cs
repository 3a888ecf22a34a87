using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>What the server itself prints of every object, SHOW CREATE and nothing of ours; the next
/// number of AUTO_INCREMENT left out, because it is no part of a schema.</summary>
internal static partial class MySqlOracle
{
    /// <summary>Every object but those of somebody else.</summary>
    public static string Describe(TestDatabase database, IReadOnlySet<(string Kind, string Name)>? except = null) =>
        string.Join("\n\n",
            Objects(database).Where(o => except?.Contains(o) != true)
                .Select(o => $"{o.Kind} {o.Name}\n{Definition(database, o.Kind, o.Name)}"));

    /// <summary>Every object of another database of the server, in whose texts the name of the first is not.</summary>
    public static string Describe(TestDatabase database, string other)
    {
        var there = database.Rows($"""
            SELECT IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE') AS kind, TABLE_NAME AS name FROM information_schema.TABLES
                WHERE TABLE_SCHEMA = '{other}'
            UNION ALL SELECT 'TRIGGER', TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = '{other}'
            UNION ALL SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = '{other}'
            UNION ALL SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = '{other}'
            ORDER BY 1, 2
            """);
        return string.Join("\n\n", there.Select(Shown));

        string Shown(IReadOnlyList<string> o)
        {
            var facts = database.Rows($"SHOW CREATE {o[0]} `{other}`.`{o[1]}`")[0].Skip(1).Take(o[0] == "TRIGGER" ? 5 : 6);
            return $"{o[0]} {o[1]}\n{string.Join('\n', facts.Select(Plain))}";
        }

        // A trigger or routine of MySQL is printed in the server's own head and the written body; MariaDB keeps both as they were written.
        string Plain(string text) =>
            Meaningless().Replace(text, "").Replace($"{other}.", "", StringComparison.Ordinal)
                .Replace($"{database.Name}.", "", StringComparison.Ordinal);
    }

    /// <summary>What there is.</summary>
    public static IEnumerable<(string Kind, string Name)> Objects(TestDatabase database)
    {
        var ours = "NOT LIKE '@_@_schemasync%' ESCAPE '@'";
        return database.Rows($"""
            SELECT CONCAT('', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE')), CONCAT('', TABLE_NAME) FROM information_schema.TABLES
                WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {ours}
            UNION ALL SELECT 'TRIGGER', TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
            UNION ALL SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
            UNION ALL SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
            ORDER BY 1, 2
            """).Select(o => (o[0], o[1]));
    }

    // Of a trigger the moment of its creation stands last; of the others everything is state.
    private static string Definition(TestDatabase database, string kind, string name)
    {
        var row = database.Rows($"SHOW CREATE {kind} `{name.Replace("`", "``", StringComparison.Ordinal)}`")[0];
        var values = kind == "TRIGGER" ? row.Take(6) : row.AsEnumerable();
        if (kind == "EVENT"
            && database.Query(
                "SELECT count(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE() AND EVENT_NAME = "
                    + $"'{name.Replace("'", "''", StringComparison.Ordinal)}' AND STARTS = CREATED") == "1")
                        values = values.Select(v => Start().Replace(v, ""));
        if (kind is "TRIGGER" or "PROCEDURE" or "FUNCTION" or "EVENT") return Meaningless().Replace(string.Join('\n', values.Skip(1)), "");
        return NextNumber().Replace(string.Join('\n', values.Skip(1)), "").Replace($"`{database.Name}`.", "", StringComparison.Ordinal)
            + (kind == "TABLE" ? Hidden(database, name, row[1]) : "");
    }

    // What MySQL keeps of an index on an expression: a column with a type. A column that was dropped in the catalogue alone is hidden too.
    private static string Hidden(TestDatabase database, string table, string definition) =>
        database.Server.Provider != ProviderNames.MySql || !definition.Contains("KEY", StringComparison.Ordinal)
            || !definition.Contains("((", StringComparison.Ordinal) ? ""
            : string.Concat(database.Rows($"SHOW EXTENDED COLUMNS FROM `{table.Replace("`", "``", StringComparison.Ordinal)}`")
                .Where(c => c[0].StartsWith("!hidden!", StringComparison.Ordinal) && !c[0].Contains("!_dropped", StringComparison.Ordinal))
                .Select(c => $"\n  {c[0]} {c[1]} {c[2]}").Order(StringComparer.Ordinal));

    /// <summary>Bodies are kept as written: spaces, comments, quotes around names and a last semicolon say nothing.</summary>
    [GeneratedRegex(@"/\*.*?\*/|--[^\n]*|[\s`""]|;(?=\s*(\n|$))", RegexOptions.Singleline)]
    private static partial Regex Meaningless();

    /// <summary>The moment of creation, noted where no start was declared.</summary>
    [GeneratedRegex(@" STARTS '[^']*'")]
    private static partial Regex Start();

    [GeneratedRegex(@" AUTO_INCREMENT=\d+")]
    private static partial Regex NextNumber();
}
