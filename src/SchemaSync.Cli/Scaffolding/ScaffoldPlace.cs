namespace SchemaSync.Cli.Scaffolding;

/// <summary>Where a scaffold is written: a folder, and the project whose part it becomes.</summary>
/// <param name="Project">The name of the nearest project around it; the folder's own where there is none.</param>
/// <param name="Folder">The folder seen from that project, with slashes; empty where it is the project's.</param>
internal sealed record ScaffoldPlace(string Project, string Folder)
{
    /// <summary>The namespace that an editor would give a class there.</summary>
    public string Namespace => Scaffold.NamespaceOf($"{Project}/{Folder}");

    /// <summary>Looks for the project.</summary>
    public static ScaffoldPlace Of(string output)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (!Directory.Exists(at)
                || Directory.GetFiles(at, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() is not { } project) continue;
            var below = Path.GetRelativePath(at, folder);
            return new(Path.GetFileNameWithoutExtension(project), below == "." ? "" : below.Replace('\\', '/'));
        }

        return new(Path.GetFileName(folder) is { Length: > 0 } name ? name : "Schema", "");
    }
}
