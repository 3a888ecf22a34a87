namespace SchemaSync.Generators.Building;

/// <summary>What other tables need to know of a table: its names and its key, for one provider.</summary>
internal sealed record TableHead(
    string TypeName, string ClassName, string Provider, QualifiedName Table,
    EquatableArray<HeadColumn> Columns, EquatableArray<string> PrimaryKey)
{
    /// <summary>The table in messages; made once, because every column has one at hand.</summary>
    public string Display { get; } = Table.ToString();

    /// <summary>Whether there may be columns that no property stands for: those of a view.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The column of a property, or null where it is none.</summary>
    public HeadColumn? OfProperty(string property)
    {
        foreach (var column in Columns) if (column.Property == property) return column;
        return null;
    }

    /// <summary>The column a text means: by property, by name, then by name in another case.</summary>
    public string? Resolve(string text)
    {
        foreach (var column in Columns) if (column.Property == text) return column.Column;
        foreach (var column in Columns) if (column.Column == text) return column.Column;
        foreach (var column in Columns) if (string.Equals(column.Column, text, StringComparison.OrdinalIgnoreCase)) return column.Column;
        return IsOpen && IsWord(text) ? text : null;
    }

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');
}

internal sealed record HeadColumn(string Property, string Column, ClrType Type, Place Place);

/// <summary>All heads, to be looked up by class or by table: those of this project
/// first, then those of the projects it is composed with.</summary>
internal sealed class HeadDirectory : IEquatable<HeadDirectory>
{
    // Of so few, a class has no more, a walk is cheaper than a dictionary for each class.
    private const int Few = 8;
    private readonly EquatableArray<TableHead> _heads;
    private readonly EquatableArray<DeclaredPlace> _places;
    private readonly ForeignDirectory _foreign;
    // Made when first asked: there is a directory for each class, and most are never asked.
    private Dictionary<(string, string), TableHead>? _byType;
    private Dictionary<(string, string), TableHead>? _byName;

    public HeadDirectory(EquatableArray<TableHead> heads, ForeignDirectory? foreign = null)
        : this(heads, foreign ?? ForeignDirectory.None, DeclaredPlace.Of(heads, foreign ?? ForeignDirectory.None))
    {
    }

    private HeadDirectory(EquatableArray<TableHead> heads, ForeignDirectory foreign, EquatableArray<DeclaredPlace> places) =>
        (_heads, _foreign, _places) = (heads, foreign, places);

    /// <summary>No table at all.</summary>
    public static HeadDirectory None { get; } = new([]);

    public TableHead? ByType(string provider, string typeName)
    {
        TableHead? head;
        if (_heads.Count > Few) (_byType ??= Index(_heads, h => h.TypeName)).TryGetValue((provider, typeName), out head);
        else head = First(provider, typeName);
        return head ?? _foreign.HeadByType(provider, typeName);
    }

    public TableHead? ByName(string provider, QualifiedName table) =>
        (_byName ??= Index(_heads, h => h.Display.ToLowerInvariant())).TryGetValue((provider, table.ToString().ToLowerInvariant()),
            out var head) ? head : _foreign.HeadByName(provider, table);

    /// <summary>
    /// The table that a text means: one without a schema is looked for in <paramref name="home"/>, then in the tenant's own schema.
    /// </summary>
    public TableHead? ByText(string provider, string text, Identifier home)
    {
        if (SchemaNames.Parse(text) is not { } name) return null;
        if (name.IsQualified) return ByName(provider, name);
        return ByName(provider, new(home, name.Name)) ?? (home.IsEmpty ? null : ByName(provider, name));
    }

    /// <summary>Whether a table of this project, or of one that it is composed with, is in a schema.</summary>
    public bool HasSchema(string provider, Identifier schema) => _places.Contains(new(provider, schema.Value));

    /// <summary>Only the tables that a class refers to, so that a change elsewhere does not touch it.</summary>
    public HeadDirectory Narrow(References references, EquatableArray<string> providers)
    {
        var result = new List<TableHead>();
        foreach (var provider in providers)
        {
            foreach (var type in references.Types) Add(result, ByType(provider, type));
            var home = references.Tables.IsEmpty ? default : ByType(provider, references.Types[0])?.Table.Schema ?? default;
            foreach (var table in references.Tables) Add(result, ByText(provider, table, home));
        }

        return new(result.ToEquatableArray(), ForeignDirectory.None, _places);
    }

    private static void Add(List<TableHead> heads, TableHead? head)
    {
        if (head is not null && !heads.Contains(head)) heads.Add(head);
    }

    /// <summary>Whether every provider has the same tables.</summary>
    public bool IsUniform =>
        _heads.GroupBy(h => h.TypeName).All(g => g.Skip(1).All(h => h with { Provider = "" } == g.First() with { Provider = "" }));

    public bool Equals(HeadDirectory? other) =>
        other is not null && _heads == other._heads && _places == other._places && _foreign.Equals(other._foreign);

    public override bool Equals(object? obj) => Equals(obj as HeadDirectory);

    public override int GetHashCode() => _heads.GetHashCode();

    private TableHead? First(string provider, string typeName)
    {
        foreach (var head in _heads) if (head.TypeName == typeName && head.Provider == provider) return head;
        return null;
    }

    private static Dictionary<(string, string), TableHead> Index(EquatableArray<TableHead> heads, Func<TableHead, string> key)
    {
        var result = new Dictionary<(string, string), TableHead>();
        foreach (var head in heads) if (!result.ContainsKey((head.Provider, key(head)))) result.Add((head.Provider, key(head)), head);
        return result;
    }
}
