using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace SchemaSync.Tasks;

/// <summary>A file that says which projects of a solution are built.</summary>
/// <param name="Solution">The full path of the solution.</param>
/// <param name="Projects">The full paths of the projects.</param>
internal sealed record SolutionFilter(string Solution, HashSet<string> Projects)
{
    // Below that, a folder is one of a project's and not one of solutions.
    private const int Depth = 2;

    /// <summary>The filter; null where the file is none.</summary>
    public static SolutionFilter? Read(string folder, string file)
    {
        try
        {
            var path = Full(folder, file);
            using var reader = JsonReaderWriterFactory.CreateJsonReader(File.ReadAllBytes(path), XmlDictionaryReaderQuotas.Max);
            if (XElement.Load(reader).Element("solution") is not { } solution || solution.Element("path") is not { } whole) return null;
            var full = Full(Path.GetDirectoryName(path)!, whole.Value);
            var projects = solution.Element("projects")?.Elements().Select(p => Full(Path.GetDirectoryName(full)!, p.Value)) ?? [];
            return new(full, [.. projects]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException or ArgumentException
            or InvalidOperationException)
        {
            // Not there, not to be read, no JSON, no path, empty.
            return null;
        }
    }

    /// <summary>A filter of the solution, beside it, below it, or where the build was started.</summary>
    public static string? Of(string solution, string startupDirectory)
    {
        var full = Path.GetFullPath(solution);
        return Files(Path.GetDirectoryName(full)!, Depth).Concat(Files(startupDirectory, 0))
            .FirstOrDefault(f => Read("", f)?.Solution == full);
    }

    private static IEnumerable<string> Files(string folder, int depth)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            var inner = depth == 0 ? [] : Directory.GetDirectories(folder).SelectMany(d => Files(d, depth - 1));
            return Directory.GetFiles(folder, "*.slnf").Concat(inner).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked into holds no filter that somebody builds with.
            return [];
        }
    }

    private static string Full(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path.Replace('\\', '/')));
}
