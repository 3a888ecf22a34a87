namespace SchemaSync.MySql.Kinds;

/// <summary>Table options in one spelling each, ordered by name; engine, character set and collation are always said.</summary>
internal static class TableOptions
{
    /// <summary>The storage engine.</summary>
    public const string Engine = "ENGINE";

    /// <summary>The default character set of columns.</summary>
    public const string CharSet = "CHARSET";

    /// <summary>The default collation of columns.</summary>
    public const string Collate = "COLLATE";

    /// <summary>Rows keep their history (MariaDB).</summary>
    public const string Versioning = "WITH SYSTEM VERSIONING";

    /// <summary>A column of which no history is kept (MariaDB).</summary>
    public const string Unversioned = "WITHOUT SYSTEM VERSIONING";

    // Aria says what it does with a table only once the table was altered (MariaDB Knowledge Base, Aria Storage Engine): so it is
    // always said.
    private const string Aria = "Aria";
    private static readonly string[] OfAria = ["PAGE_CHECKSUM", "TRANSACTIONAL"];

    /// <summary>The engine that is meant where none is named.</summary>
    public const string InnoDb = "InnoDB";

    /// <summary>A value, or null where the option is not set.</summary>
    public static string? ValueOf(this Table table, string option) => table.Options.FirstOrDefault(o => o.Name == option)?.Value;

    /// <summary>The engine of a table.</summary>
    public static string EngineOf(this Table table) => table.ValueOf(Engine) ?? InnoDb;

    /// <summary>Options by their one name, in order.</summary>
    public static EquatableArray<TableOption> Order(IEnumerable<TableOption> options) =>
        options.Select(o => o with { Name = Name(o.Name) }).OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>CREATE_OPTIONS of information_schema, such as <c>row_format=DYNAMIC stats_persistent=1</c>.</summary>
    public static IEnumerable<TableOption> OfCreateOptions(string text)
    {
        var tokens = Lexer.Read(text).Significant;
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = MySqlText.NameOf(tokens[i]) ?? tokens[i].ToString().Trim('\'', '"');
            if (i + 2 < tokens.Count + 1 && i + 1 < tokens.Count && tokens[i + 1].Is("="))
            {
                yield return new(name, tokens[i + 2].ToString());
                i += 2;
            }
            else yield return new(name);
        }
    }

    /// <summary>The options of a table with those that its engine means where it does not say them.</summary>
    public static IEnumerable<TableOption> Spoken(string engine, IReadOnlyList<TableOption> options) =>
        engine != Aria ? options
            : options.Concat(OfAria.Where(name => !options.Any(o => Name(o.Name) == name)).Select(name => new TableOption(name, "1")));

    private static string Name(string name) =>
        string.Join(' ', name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "DEFAULT")) switch
    {
        "CHARACTER SET" => CharSet,
        var other => other,
    };
}
