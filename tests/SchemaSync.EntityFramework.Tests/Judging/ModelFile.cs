using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>
/// A model as a user of EF Core writes it, in a file of its own. A last line may say that it ends otherwise than with two equal schemas:
/// <c>// not carried: SSY0123</c> or <c>// EF refuses</c>, each for one provider alone with <c>on Sqlite</c>. What stands above a line
/// <c>// in another project</c> is one that knows nothing of us, to which the other refers.
/// </summary>
internal sealed partial record ModelFile(string? Domain, string Source)
{
    private const string Divider = "// in another project\n";

    /// <summary>Every model, by its path below <c>Models</c>.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder(), f)[..^3].Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static ModelFile Of(string name) =>
        File.ReadAllText(Path.Combine(Folder(), name + ".cs")).Split(Divider) is var parts && parts.Length == 1
            ? new(null, parts[0])
            : new(parts[0], parts[1]);

    /// <summary>The codes with which the analyzer says that it does not carry the model; null where it does.</summary>
    public IReadOnlyList<string>? NotCarried(string provider) =>
        Ending("not carried", provider)?.Groups["codes"].Value.Split(", ").Order(StringComparer.Ordinal).ToList();

    /// <summary>Whether EF Core itself throws.</summary>
    public bool IsRefused(string provider) => Ending("EF refuses", provider) is not null;

    private Match? Ending(string words, string provider) =>
        Endings().Matches(Source).FirstOrDefault(m => m.Groups["words"].Value == words
            && (!m.Groups["provider"].Success || m.Groups["provider"].Value == provider));

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../Models");

    [GeneratedRegex(@"^// (?<words>not carried|EF refuses)( on (?<provider>\w+))?(: (?<codes>[SY\d, ]+))?\s*$", RegexOptions.Multiline)]
    private static partial Regex Endings();
}
