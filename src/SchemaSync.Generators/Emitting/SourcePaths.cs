namespace SchemaSync.Generators.Emitting;

/// <summary>Paths without the machine they were on.</summary>
internal static class SourcePaths
{
    /// <summary>Relative to the project with forward slashes, where the file is near it; otherwise as it is.</summary>
    public static string Relative(string path, string projectDirectory)
    {
        // The usual case, for every file of the project.
        if (projectDirectory.Length > 1 && projectDirectory[projectDirectory.Length - 1] == '/'
            && path.StartsWith(projectDirectory, StringComparison.Ordinal)
            && path.IndexOf('\\') < 0) return path.Substring(projectDirectory.Length);
        var file = Parts(path);
        var project = Parts(projectDirectory);
        if (project.Length == 0) return path.Replace('\\', '/');
        var common = 0;
        while (common < project.Length && common < file.Length - 1
            && string.Equals(file[common], project[common], StringComparison.Ordinal)) common++;
        // Only a root in common is no nearness: /home and /tmp.
        if (common < Math.Min(2, project.Length)) return path.Replace('\\', '/');
        return string.Join("/", Enumerable.Repeat("..", project.Length - common).Concat(file.Skip(common)));
    }

    private static string[] Parts(string path)
    {
        var text = path.Replace('\\', '/').TrimEnd('/');
        return text.Length == 0 ? [] : text.Split('/');
    }
}
