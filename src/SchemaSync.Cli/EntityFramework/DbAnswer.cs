using System.Text;

namespace SchemaSync.Cli.EntityFramework;

/// <summary>What an application said: the statements of its context, or why there are none.</summary>
internal sealed class DbAnswer
{
    private readonly List<(string What, string Value)> _said;

    private DbAnswer(List<(string, string)> said) => _said = said;

    /// <summary>The context's full name.</summary>
    public string Context => One("context");

    /// <summary>The rows that the model holds (HasData).</summary>
    public int Rows => int.Parse(One("rows"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The statements, as the engine takes them.</summary>
    public ImportedSchema Schema => new()
    {
        Origin = Context,
        Schemas = [.. All("schema").Select(s => new Identifier(s))],
        Tables = [.. All("in").Zip(All("table"), (s, t) => new QualifiedName(new(s), new(t)))],
        Statements = [.. All("statement")],
    };

    /// <summary>Reads an answer; null where there is none, or only a part of one.</summary>
    public static DbAnswer? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var said = new List<(string What, string Value)>();
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            while (said.Count == 0 || said[^1].What != "end") said.Add((reader.ReadString(), reader.ReadString()));
            return new(said);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Why there are no statements, as a sentence of ours; null where there are some.</summary>
    /// <param name="adapters">All databases: one of them may understand the context.</param>
    /// <param name="asked">The one that was asked for.</param>
    public Diagnostic? Refusal(AdapterRegistry adapters, DatabaseAdapter asked)
    {
        var details = All("detail").ToList();
        return One("refused") switch
        {
            "" => null,
            "design" => Diagnostic.Of(BuildDiagnostics.NoDesign, details[0]),
            "none" => Diagnostic.Of(BuildDiagnostics.NoDbContext, details[0]),
            "several" => Diagnostic.Of(BuildDiagnostics.UnclearDbContext, details[0], "holds several DbContexts", details[1]),
            "unknown" => Diagnostic.Of(BuildDiagnostics.UnclearDbContext, details[0],
                $"holds not exactly one DbContext called {details[1]}", details[2]),
            "provider" => Diagnostic.Of(BuildDiagnostics.OtherDbProvider, details[0], details[1], asked.Provider,
                string.Join(" or ", asked.EntityFrameworkProviders), Cure(adapters, details[1])),
            "model" => Diagnostic.Of(BuildDiagnostics.DbModelRefused, details[0], details[1]),
            _ => Diagnostic.Of(BuildDiagnostics.DbContextFailed, details[0].Length > 0 ? details[0] : "the DbContext", details[1]),
        };
    }

    private static string Cure(AdapterRegistry adapters, string provider) =>
        adapters.All.Where(a => a.EntityFrameworkProviders.Contains(provider)).Select(a => $"--provider {a.Provider}").ToList() switch
        {
            { Count: > 0 } options => $"give {string.Join(" or ", options)}",
            _ => "there is nothing that could be done with its statements",
        };

    private string One(string what) => All(what).FirstOrDefault() ?? "";

    private IEnumerable<string> All(string what) => _said.Where(s => s.What == what).Select(s => s.Value);
}
