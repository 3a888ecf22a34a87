namespace SchemaSync.Benchmarks;

/// <summary>
/// A program of a database's own client: from the PATH, or from the folder that a variable names, which may be a tree unpacked
/// beside the system that brings its own loader and libraries.
/// </summary>
internal sealed record ClientProgram(string File, IReadOnlyList<string> Before)
{
    /// <summary>The program, or null where this machine has none.</summary>
    public static ClientProgram? Find(string name, string variable)
    {
        var root = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(root))
        {
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(System.IO.File.Exists) is { } found ? new(found, []) : null;
        }

        var program =
            new[] { Path.Combine(root, "usr/bin", name), Path.Combine(root, "bin", name),
                Path.Combine(root, name) }.FirstOrDefault(System.IO.File.Exists);
        if (program is null) return null;
        var libraries = new[] { "usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu" }
            .Select(l => Path.Combine(root, l)).Where(Directory.Exists).ToList();
        var loader = libraries.Select(l => Path.Combine(l, "ld-linux-x86-64.so.2")).FirstOrDefault(System.IO.File.Exists);
        return loader is null ? new(program, []) : new(loader, ["--library-path", string.Join(':', libraries), program]);
    }

    public Cost Run(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Tell(null, environment, arguments);

    /// <summary>The same with a text that it reads from its input.</summary>
    public Cost Tell(string? input, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Processes.Run(Path.GetTempPath(), environment, File, [.. Before, .. arguments], out _, input);
}
