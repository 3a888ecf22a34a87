using System.Collections;
using System.Globalization;
using System.Text;

namespace SchemaSync.Tasks;

/// <summary>
/// Everything that an answer depends on, as far as this machine can see it: an answer to one question says nothing about another.
/// It may hold a secret, so it is only ever kept as a hash (<see cref="ValidationStamp"/>).
/// </summary>
internal sealed class ValidationQuestion
{
    /// <summary>The assembly that declares the schema. Only the schema in it counts, so all target frameworks ask one question.</summary>
    public string Assembly { get; set; } = "";

    /// <summary>The assemblies that its schema is composed of.</summary>
    public IReadOnlyList<string> Parts { get; set; } = [];

    /// <summary>How the command line is called, and where it is.</summary>
    public string CommandLine { get; set; } = "";

    /// <summary>What becomes of which code.</summary>
    public string Severities { get; set; } = "";

    /// <summary>Files that the answer depends on.</summary>
    public IReadOnlyList<string> Inputs { get; set; } = [];

    /// <summary>Where relative paths start.</summary>
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The connection string, wherever it comes from.</summary>
    public string Connection { get; set; } = "";

    /// <summary>How the environment variables begin that drivers read beside the connection string.</summary>
    public IReadOnlyList<string> DriverVariables { get; set; } = [];

    /// <summary>The whole question as a text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(CommandLine.Replace(Assembly, "")).Append('\n')
            .Append(Severities).Append('\n').Append(Connection).Append('\n');
        foreach (var manifest in Parts.OrderBy(Path.GetFileName, StringComparer.Ordinal).Prepend(Assembly)
            .SelectMany(AssemblyManifest.Texts)) text.Append(manifest).Append('\n');
        foreach (var file in Inputs.Concat(FilesOf(Connection)).Select(Full).Where(File.Exists).Select(p => new FileInfo(p)))
            text.Append(string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}\n",
                file.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
        if (Connection.Length > 0) foreach (var variable in Variables()) text.Append(variable).Append('\n');
        return text.ToString();
    }

    // A service, password or certificate file decides who is asked as well. The text is not ours to parse: what is no file is no input.
    private static IEnumerable<string> FilesOf(string connection) =>
        connection.Split(';').Select(p => p.Substring(p.IndexOf('=') + 1).Trim(' ', '"', '\''))
            .Where(v => v.Length > 0 && v.IndexOfAny(Path.GetInvalidPathChars()) < 0);

    private string Full(string path) => Path.Combine(ProjectDirectory, path);

    private IEnumerable<string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(v => DriverVariables.Any(d => ((string)v.Key).StartsWith(d, StringComparison.OrdinalIgnoreCase)))
        .Select(v => $"{v.Key}={v.Value}").OrderBy(v => v, StringComparer.Ordinal);
}
