namespace SchemaSync.Scaffolding.Declaring;

/// <summary>Bodies, each in a file of its own beside the classes.</summary>
/// <param name="folder">The folder of the output seen from the project, as attributes name files.</param>
/// <param name="naming">How files are called.</param>
internal sealed class SqlFolder(string folder, ScaffoldNaming naming)
{
    private readonly TakenNames _taken = new(ReservedNames.OfClasses);
    private readonly List<ScaffoldedFile> _files = [];

    /// <summary>The files so far.</summary>
    public IReadOnlyList<ScaffoldedFile> Files => _files;

    /// <summary>Puts a text into a file.</summary>
    /// <returns>Its path, as C#.</returns>
    public string Add(ObjectKind kind, string name, string sql)
    {
        var path = $"Sql/{_taken.Take(Words.Member(name, naming) + Words.Member(kind.Name, ScaffoldNaming.Pascal))}.sql";
        _files.Add(new(path, sql.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() + "\n"));
        return CSharp.Text(folder.Length == 0 ? path : $"{folder}/{path}");
    }
}
