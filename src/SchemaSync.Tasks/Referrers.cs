using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SchemaSync.Tasks;

/// <summary>
/// Which project of this build would be composed of this one and look at the database as well. A project is built before those that
/// refer to it, so the files tell: what is said here is an error about ambiguity, never a decision.
/// </summary>
internal sealed class Referrers(string projectFile, string connectionVariable, IEnumerable<string> sharedFiles)
{
    private static readonly Regex Unclear = new("<ProjectReference[^>]*Include=\"[^\"]*[$*@]", RegexOptions.CultureInvariant);

    private readonly string _projectFile = Path.GetFullPath(projectFile);
    private readonly string _shared = string.Concat(sharedFiles.Where(File.Exists).Select(File.ReadAllText));
    private readonly Dictionary<string, bool> _leadsHere = new(StringComparer.Ordinal);

    /// <summary>The projects of a solution build, and those in the folder where the build was started.</summary>
    /// <param name="solution">What MSBuild hands the projects of a solution: XML with a path for each of them.</param>
    public static IEnumerable<string> Candidates(string? solution, string startupDirectory)
    {
        var here = Directory.Exists(startupDirectory) ? Directory.GetFiles(startupDirectory, "*.csproj") : [];
        return SolutionProjects.Paths(solution).Concat(here).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The first that qualifies; null where this project is nobody's part.</summary>
    public string? Find(IEnumerable<string> candidates) =>
        candidates.FirstOrDefault(c => c != _projectFile && File.Exists(c) && NamesDatabase(c) && LeadsHere(c));

    /// <summary>
    /// Whether a project certainly refers to nothing that leads here. What the files alone do not tell (an import, a
    /// reference in a property, one in the shared files, a package of this project) is no certainty.
    /// </summary>
    public bool IsApart(string project)
    {
        var package = $"\"{Path.GetFileNameWithoutExtension(_projectFile)}\"";
        if (LeadsHere(project) || _shared.Contains("<ProjectReference") || _shared.Contains(package)) return false;
        return _leadsHere.Keys.Where(File.Exists).Select(File.ReadAllText)
            .All(t => !t.Contains("<Import") && !t.Contains(package) && !Unclear.IsMatch(t));
    }

    private bool NamesDatabase(string project)
    {
        var text = File.ReadAllText(project) + _shared;
        if (!text.Contains("<SchemaSyncProvider>") || text.Contains("<SchemaSyncCompose>None<")) return false;
        if (text.Contains("<SchemaSyncConnection>") || text.Contains("<SchemaSyncTenants>")) return true;
        if (Environment.GetEnvironmentVariable(connectionVariable) is { Length: > 0 }) return true;
        var snapshots = Path.Combine(Path.GetDirectoryName(project)!, "schema");
        return Directory.Exists(snapshots) && Directory.GetFiles(snapshots, "*.snapshot.json").Length > 0;
    }

    private bool LeadsHere(string project)
    {
        if (project == _projectFile) return true;
        if (_leadsHere.TryGetValue(project, out var known)) return known;
        // A cycle that MSBuild will refuse must not hang here.
        _leadsHere[project] = false;
        return _leadsHere[project] = File.Exists(project) && References(project).Any(LeadsHere);
    }

    private static IEnumerable<string> References(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        return
            from element in Read(project)?.Descendants() ?? []
            where element.Name.LocalName == "ProjectReference"
            from text in (element.Attribute("Include")?.Value ?? "").Split(';')
            let path = text.Trim().Replace('\\', Path.DirectorySeparatorChar)
            where path.Length > 0 && path.IndexOfAny(['$', '*']) < 0
            select Path.GetFullPath(Path.Combine(folder, path));
    }

    private static XElement? Read(string file)
    {
        using var reader = new StringReader(File.ReadAllText(file));
        return XmlText.Read(reader);
    }
}
