namespace SchemaSync.Generators.Building;

/// <summary>The project's SQL files by their path.</summary>
internal sealed class SqlFiles(EquatableArray<SqlFile> files) : IEquatable<SqlFiles>
{
    private readonly EquatableArray<SqlFile> _files = files;

    /// <summary>No file at all.</summary>
    public static SqlFiles None { get; } = new([]);

    public string? Find(string path)
    {
        var wanted = Normalize(path);
        foreach (var file in _files) if (string.Equals(file.Path, wanted, StringComparison.OrdinalIgnoreCase)) return file.Text;
        return null;
    }

    /// <summary>Only the files a class and its members name.</summary>
    public SqlFiles Narrow(TypeDeclaration type)
    {
        if (_files.IsEmpty) return this;
        var wanted = type.Attributes.Concat(type.Members.SelectMany(m => m.Attributes))
            .SelectMany(a => new[] { a.Text("File"), a.Text("CreateFile"), a.Text("DropFile") }).OfType<string>()
            .Select(Normalize).ToList();
        return new(_files.Where(f => wanted.Contains(f.Path, StringComparer.OrdinalIgnoreCase)).ToEquatableArray());
    }

    public static string Normalize(string path)
    {
        var text = path.Replace('\\', '/');
        return text.StartsWith("./", StringComparison.Ordinal) ? text.Substring(2) : text;
    }

    public bool Equals(SqlFiles? other) => other is not null && _files == other._files;

    public override bool Equals(object? obj) => Equals(obj as SqlFiles);

    public override int GetHashCode() => _files.GetHashCode();
}
