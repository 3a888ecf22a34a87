using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.PostgreSql.Scratch;

/// <summary>
/// Routines on scratch. The server calls a function as soon as an index, a key or a column names it with constants, and there it would have
/// the rights of whoever proves a plan, whoever wrote it (the class of CVE-2020-25695). So what can be called has the head alone and does
/// nothing; the body stands in a twin that nothing names, where the server parses, checks and prints it.
/// </summary>
internal sealed class ScratchRoutines
{
    private const string Prefix = "__schemasync_body_";

    private readonly Dictionary<string, string> _routines = new(StringComparer.Ordinal);

    /// <summary>What is run in place of a statement: both, where it makes, renames or drops a routine.</summary>
    /// <exception cref="SchemaSyncException">SSY0221: it makes one in a way that cannot be told apart from its body.</exception>
    public IReadOnlyList<string> Take(Step step, string sql)
    {
        var tokens = Lexer.Read(sql).Significant;
        if (tokens.Count < 4) return [sql];
        if (tokens[0].IsWord("DROP") && IsRoutine(tokens[1]))
            return [sql, Renamed(sql, tokens[NameAt(tokens, tokens[2].IsWord("IF") ? 4 : 2)])];
        if (tokens[0].IsWord("ALTER") && IsRoutine(tokens[1]) && tokens[^3].IsWord("RENAME") && tokens[^2].IsWord("TO"))
            return [sql, Renamed(Renamed(sql, tokens[^1]), tokens[NameAt(tokens, 2)])];
        var kind = tokens[1].IsWord("OR") ? 3 : 1;
        if (!tokens[0].IsWord("CREATE") || !IsRoutine(tokens[kind])) return [sql];
        var name = NameAt(tokens, kind + 1);
        var (language, body) = Split(tokens, name + 1);
        if (body < 0 || PostgreSqlText.NameOf(tokens[language + 1]) is not { } spoken)
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.NotTried, step.Subject.ToString(),
                "its body cannot be told from its head, and might run") with { Subject = step.Subject }]);
        var (inert, text) = Inert(spoken, tokens[(name + 1)..language], sql);
        var head = $"{sql[..tokens[language].Start]}LANGUAGE {inert} {sql[tokens[language + 1].End..tokens[body].Start]}";
        return [$"{head}AS {PostgreSqlText.Dollar(text)}", Renamed(sql, tokens[name])];
    }

    /// <summary>Gives every routine the body of its twin, which goes; with the oid of the routine for each oid of a twin.</summary>
    public Dictionary<uint, uint> Merge(Dictionary<uint, RoutineRow> routines)
    {
        var merged = new Dictionary<uint, uint>();
        var callable = routines.Values.Where(r => !_routines.ContainsKey(r.Name)).ToDictionary(r => (r.Schema, r.Name, r.Signature));
        foreach (var twin in routines.Values.Where(r => _routines.ContainsKey(r.Name)).ToList())
        {
            routines.Remove(twin.Oid);
            if (!callable.TryGetValue((twin.Schema, _routines[twin.Name], twin.Signature), out var row)) continue;
            routines[row.Oid] = row with
            {
                Language = twin.Language,
                Source = twin.Source,
                Binary = twin.Binary,
                AtomicBody = twin.AtomicBody,
            };
            merged[twin.Oid] = row.Oid;
        }

        return merged;
    }

    /// <summary>The name of the routine that a twin holds the body of; null where it is none.</summary>
    public string? OriginalOf(string twin) => _routines.GetValueOrDefault(twin);

    /// <summary>A sentence of the server's about a twin, as one about the routine.</summary>
    public string Named(string sentence) =>
        _routines.Aggregate(sentence, (text, names) => text.Replace(names.Key, names.Value, StringComparison.Ordinal));

    // Behind its schema, where it has one.
    private static int NameAt(List<SqlToken> tokens, int at) => at + 1 < tokens.Count && tokens[at + 1].Is(".") ? at + 2 : at;

    private static bool IsRoutine(SqlToken token) => token.IsWord("FUNCTION") || token.IsWord("PROCEDURE") || token.IsWord("ROUTINE");

    private static readonly string[] WithoutValue = ["SETOF", "TABLE", "void"];

    private static bool HasOut(List<SqlToken> head) =>
        head.Where((t, i) => i > 0 && (t.IsWord("OUT") || t.IsWord("INOUT")) && (head[i - 1].Is("(") || head[i - 1].Is(","))).Any();

    /// <summary>A language and a body that do nothing. In SQL the server looks through a body, and
    /// takes a function for what it finds there, so such a one stays SQL.</summary>
    private static (string Language, string Body) Inert(string language, List<SqlToken> head, string sql)
    {
        var at = head.FindLastIndex(t => t.IsWord("RETURNS"));
        var returns = at < 0 ? [] : head[(at + 1)..];
        if (returns.Count == 0 || Array.Exists(WithoutValue, returns[0].IsWord) || HasOut(head)) return ("plpgsql", "BEGIN END");
        var type = sql[returns[0].Start..returns[^1].End];
        if (language != "sql" || type.StartsWith("any", StringComparison.Ordinal) || type == "record")
            return ("plpgsql", $"BEGIN RETURN {Value(type)}; END");
        // What depends on no argument would be a constant, which no key may be made of.
        var value = $"CAST({Value(type)} AS {type})";
        return ("sql", head.Count > 0 && head[0].Is("(") && !head[1].Is(")")
            ? $"SELECT CASE WHEN $1 IS NULL THEN {value} ELSE {value} END"
            : $"SELECT {value}");
    }

    /// <summary>A value of a type. A NULL would make a constant of whatever is computed with it.</summary>
    public static string Value(string type) => type.Split('(')[0].TrimEnd() switch
    {
        "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" => "1",
        "text" or "character varying" or "character" or "bytea" => "''",
        "boolean" => "true",
        "date" or "timestamp without time zone" or "timestamp with time zone" => "'2000-01-01'",
        _ => "NULL",
    };

    /// <summary>Where the language is named and where the body begins; -1 where there is none behind it.</summary>
    private static (int Language, int Body) Split(List<SqlToken> tokens, int from)
    {
        var (depth, language) = (0, -1);
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) depth++;
            if (tokens[i].Is(")")) depth--;
            if (depth > 0) continue;
            if (tokens[i].IsWord("LANGUAGE") && i + 1 < tokens.Count) language = i;
            else if (tokens[i].IsWord("AS") || (language >= 0 && (tokens[i].IsWord("BEGIN") || tokens[i].IsWord("RETURN"))))
                return (language, language < 0 ? -1 : i);
        }

        return (language, -1);
    }

    private string Renamed(string sql, SqlToken token)
    {
        var name = PostgreSqlText.NameOf(token) ?? token.ToString();
        var twin = Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        _routines[twin] = name;
        return sql[..token.Start] + PostgreSqlText.Quote(new Identifier(twin)) + sql[token.End..];
    }
}
