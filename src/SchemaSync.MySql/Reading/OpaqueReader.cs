namespace SchemaSync.MySql.Reading;

/// <summary>What the server prints of what the model has no words for.</summary>
internal sealed class OpaqueReader(CatalogRows rows, MySqlCapabilities server)
{
    /// <summary>What a package promises, and its body (MariaDB): as the catalogue calls them, in lower case.</summary>
    public static ObjectKind KindOf(PackageRow row) => row.IsBody ? PackageBody : Package;

    private static readonly ObjectKind Package = ObjectKind.Of("package"), PackageBody = ObjectKind.Of("package body");

    /// <summary>The packages that the account may see; what it may not is told by the reason.</summary>
    public IEnumerable<TopLevelObject> Packages(Action<ObjectId> hidden)
    {
        foreach (var row in rows.Packages)
        {
            var id = ObjectId.Top(KindOf(row), rows.Named(row.Name));
            if (rows.Definitions.GetValueOrDefault((id.Kind, row.Name)) is { } text)
                yield return OpaqueObject.Of(id, WithoutDefiner(text) + (row.SqlMode == server.SqlMode ? ""
                    : $"\nsql_mode {row.SqlMode}")) with { Comment = row.Comment.Length == 0 ? null : row.Comment };
            else hidden(id);
        }
    }

    /// <summary>A table as a whole; null where the server does not show it.</summary>
    public OpaqueObject? Table(string name) =>
        rows.Definitions.GetValueOrDefault((ObjectKind.Table, name)) is { } text
            ? OpaqueObject.Of(ObjectId.Top(ObjectKind.Table, rows.Named(name)), WithoutCounter(text)) : null;

    // Whoever runs a plan owns what it makes, so owners are not compared.
    private static string WithoutDefiner(string text)
    {
        var package = Lexer.Read(text).Significant.FirstOrDefault(t => t.IsWord("PACKAGE"));
        return package.Length == 0 ? text : $"CREATE {text[package.Start..]}";
    }

    // The next number moves with every row.
    private static string WithoutCounter(string text)
    {
        var tokens = Lexer.Read(text).Significant;
        var at = tokens.FindLastIndex(t => t.IsWord("AUTO_INCREMENT"));
        return at < 0 || at + 2 >= tokens.Count || !tokens[at + 1].Is("=") ? text : text[..tokens[at].Start] + text[tokens[at + 2].End..]
            .TrimStart();
    }
}
