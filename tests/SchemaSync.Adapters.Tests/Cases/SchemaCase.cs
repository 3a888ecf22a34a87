using System.Runtime.CompilerServices;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SchemaSync.Adapters.Tests;

/// <summary>One row of a case table under tests/cases: two schemas in the server's own words, and what the plan must be.</summary>
public sealed class SchemaCase
{
    public string Name { get; set; } = "";

    public string Before { get; set; } = "";

    public string After { get; set; } = "";

    /// <summary>Whether a state makes an extension: one stands in one schema of a database, so such cases cannot share one.</summary>
    public bool MakesExtension =>
        (Before + After).Contains("EXTENSION", StringComparison.OrdinalIgnoreCase);

    /// <summary>Statements that fill the start state.</summary>
    public string Rows { get; set; } = "";

    /// <summary>A query and the one text it must give afterwards, rows joined by <c>;</c> and values by <c>|</c>.</summary>
    public string Query { get; set; } = "";

    public string Gives { get; set; } = "";

    /// <summary>The same after the plan was taken back, where rows have to survive that too.</summary>
    public string UndoneQuery { get; set; } = "";

    public string UndoneGives { get; set; } = "";

    /// <summary>Declared renames: <c>table new: old</c> or <c>column table.new: old</c>.</summary>
    public Dictionary<string, string> Renames { get; set; } = [];

    /// <summary>What rows get that have no value in a column: <c>table.column: sql</c>.</summary>
    public Dictionary<string, string> Backfill { get; set; } = [];

    /// <summary>What the values of a column become: <c>table.column: sql</c>.</summary>
    public Dictionary<string, string> Using { get; set; } = [];

    /// <summary>Codes of the plan's hazards, without repetition, in order.</summary>
    public List<string> Hazards { get; set; } = [];

    /// <summary>The code of the refusal, when rows are in the way.</summary>
    public string Fails { get; set; } = "";

    /// <summary>The code of the refusal, when no plan is made at all.</summary>
    public string Refused { get; set; } = "";

    /// <summary>Whether no query shows what changes, so that there is no script of it (SSY0516).</summary>
    public bool Unseen { get; set; }

    /// <summary>The oldest major version that has what the case is about.</summary>
    public int Since { get; set; }

    /// <summary>The one provider that has what the case is about, where a table is for several.</summary>
    public string Only { get; set; } = "";

    /// <summary>The hazards on MariaDB, where they differ from those on MySQL.</summary>
    public List<string>? MariaDbHazards { get; set; }

    public string Kind { get; private set; } = "";

    public override string ToString() => $"{Kind}/{Name}";

    /// <summary>What is declared about rows, of tables as they are called on the side that is wanted.</summary>
    public IEnumerable<Intent> Values(Func<string, QualifiedName> table)
    {
        foreach (var (kind, values) in new[] { (IntentKind.Backfill, Backfill), (IntentKind.Convert, Using) })
        {
            foreach (var (path, sql) in values)
            {
                var words = path.Split('.');
                var id = ObjectId.In(ObjectKind.Column, table(words[0]), new(words[1]));
                yield return new(kind, id, id.Name) { Sql = sql, Rows = kind == IntentKind.Backfill ? 2 : null };
            }
        }
    }

    public static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    public static IReadOnlyList<SchemaCase> All(string dialect) =>
        [.. Directory.GetFiles(Path.Combine(Root(), "cases", dialect), "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static List<SchemaCase> Read(string file)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        var cases = reader.Deserialize<List<SchemaCase>>(File.ReadAllText(file));
        foreach (var one in cases) one.Kind = Path.GetFileNameWithoutExtension(file);
        return cases;
    }
}
