using System.Text.RegularExpressions;

namespace SchemaSync.Tasks;

/// <summary>What becomes of a line.</summary>
internal enum Grade
{
    Hidden,
    Warning,
    Error,
}

/// <summary>
/// The user's word on our codes, as for the compiler's: NoWarn, WarningsNotAsErrors and <c>dotnet_diagnostic.SSYnnnn.severity</c>
/// of an editorconfig, whatever its section, since a difference often has no file. Only differences (SSY10xx) may be lowered:
/// a database that could not be reached is never silent.
/// </summary>
internal sealed class Severities(IReadOnlyDictionary<string, Grade> grades)
{
    private static readonly Regex Rule =
        new(@"^\s*dotnet_diagnostic\.(SSY\d{4})\.severity\s*=\s*(\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static Severities None { get; } = new(new Dictionary<string, Grade>());

    /// <summary>How many errors were made less.</summary>
    public int Lowered { get; private set; }

    public static Severities Read(IEnumerable<string> editorConfigs, string? noWarn = null, string? notAsErrors = null,
        string? asErrors = null, bool allAsErrors = false)
    {
        var grades = new Dictionary<string, Grade>(StringComparer.OrdinalIgnoreCase);
        foreach (var match in editorConfigs.Where(File.Exists).SelectMany(File.ReadLines).Select(l => Rule.Match(l)).Where(m => m.Success))
        {
            if (Parse(match.Groups[2].Value) is { } grade) grades[match.Groups[1].Value] = grade;
        }

        // As the compiler does it: a warning of the editorconfig is raised again, unless it is named as none to raise.
        var raised = new HashSet<string>(Codes(asErrors), StringComparer.OrdinalIgnoreCase);
        foreach (var grade in grades.Where(g => g.Value == Grade.Warning && (allAsErrors || raised.Contains(g.Key))).ToList())
            grades[grade.Key] = Grade.Error;
        foreach (var code in Codes(notAsErrors)) grades[code] = Grade.Warning;
        foreach (var code in Codes(noWarn)) grades[code] = Grade.Hidden;
        return new(grades);
    }

    public Grade Of(string code, bool isError)
    {
        var given = isError ? Grade.Error : Grade.Warning;
        if (isError && !code.StartsWith("SSY10", StringComparison.OrdinalIgnoreCase)) return given;
        var grade = grades.TryGetValue(code, out var chosen) ? chosen : given;
        if (grade < given) Lowered++;
        return grade;
    }

    /// <summary>The rules about our codes in one order; those about others differ between target frameworks.</summary>
    public override string ToString() => string.Join(";", grades.Where(g => g.Key.StartsWith("SSY", StringComparison.OrdinalIgnoreCase))
        .OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase).Select(g => g.Key.ToUpperInvariant() + "=" + g.Value));

    private static string[] Codes(string? list) =>
        (list ?? "").Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static Grade? Parse(string severity) => severity.ToUpperInvariant() switch
    {
        "ERROR" => Grade.Error,
        "WARNING" => Grade.Warning,
        "SUGGESTION" or "SILENT" or "NONE" => Grade.Hidden,
        _ => null,
    };
}
