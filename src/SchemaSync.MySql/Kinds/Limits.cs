namespace SchemaSync.MySql.Kinds;

/// <summary>
/// Limits of the servers (manual, Limits on Table Column Count and Row Size, and InnoDB Limits), named with the table and the number before
/// a statement runs. What is not known for certain counts for nothing: no table is refused that the server would take.
/// </summary>
internal sealed class Limits(MySqlCapabilities server)
{
    private const int NameLength = 64, InnoDbColumns = 1017, Columns = 4096, RowBytes = 65_535,
        KeyBytes = 3072, ShortKeyBytes = 767, SecondaryKeys = 64;

    /// <summary>Checks what is declared, in native types.</summary>
    /// <exception cref="SchemaSyncException">SSY0207: each limit that is exceeded. SSY0230: each
    /// character that the server would replace by a question mark.</exception>
    public void Check(IEnumerable<TopLevelObject> objects)
    {
        var found = objects.SelectMany(o => (o is Table table ? Of(table) : Names(ObjectId.Of(o), [o])).Concat(Characters(o))).ToList();
        if (found.Count > 0) throw new SchemaSyncException(found);
    }

    private int KeyParts => server.IsMariaDb ? 32 : 16;

    private IEnumerable<Diagnostic> Of(Table table)
    {
        var path = ObjectId.Of(table);
        var isInnoDb = table.EngineOf().Equals(TableOptions.InnoDb, StringComparison.OrdinalIgnoreCase);
        var columns = isInnoDb ? InnoDbColumns : Columns;
        foreach (var one in Names(path, [table, .. table.Children])) yield return one;
        if (table.Columns.Count > columns) yield return Exceeded(path, $"{table.Columns.Count} columns, and a table has at most {columns}");
        if (RowSize(table) is > RowBytes and var size)
            yield return Exceeded(path,
                $"a row takes up to {size} bytes, and at most {RowBytes} are "
                    + "possible; give long texts a type such as text, which is kept apart");
        if (table.UniqueConstraints.Count + table.Indexes.Count is > SecondaryKeys and var count)
            yield return Exceeded(path, $"{count} indexes, and a table has at most {SecondaryKeys} besides its primary key");
        foreach (var (key, parts) in Keys(table))
        {
            if (parts.Count > KeyParts)
                yield return Exceeded(ObjectId.Of(table.Name, key), $"{parts.Count} columns, and a key has at most {KeyParts}");
            if (isInnoDb && !IsHashed(key) && Longest(table) is var longest && KeySize(table, parts) is var bytes && bytes > longest)
                yield return Exceeded(ObjectId.Of(table.Name, key),
                    $"{bytes} bytes, and a key has at most "
                        + $"{longest}{(server.IsMariaDb ? " (the server would cut it without a word)" : "")}; "
                        + "give a long text a prefix length");
        }
    }

    private static IEnumerable<Diagnostic> Names(ObjectId path, IEnumerable<SchemaObject> named) =>
        named.Where(o => o.LocalName.Value?.EnumerateRunes().Count() > NameLength)
            .Select(o =>
                Exceeded(path,
                    $"the name {o.LocalName} has {o.LocalName.Value.EnumerateRunes().Count()} "
                        + $"characters, and a name has at most {NameLength}"));

    // Names and comments are kept in three bytes a character, and what needs four becomes a question mark without an error.
    private static IEnumerable<Diagnostic> Characters(TopLevelObject subject)
    {
        foreach (var (path, part) in subject.Children.Select(c => (ObjectId.Of(subject.Name, c), (SchemaObject)c))
            .Prepend((ObjectId.Of(subject), subject)))
        {
            if (part.LocalName.Value is { } name && IsWide(name))
                yield return Engine.Snapshots.Characters.Finding(path, "a name holds no character beyond U+FFFF");
            if (part.LocalName.Value is [.., ' ' or (>= '\t' and <= '\r')])
                yield return Engine.Snapshots.Characters.Finding(path, "a name does not end with white space");
            if (part.Comment is { } comment && IsWide(comment))
                yield return Engine.Snapshots.Characters.Finding(path, "a comment holds no character beyond U+FFFF");
            if (part is Routine { Returns: { } returns } && IsWide(returns))
                yield return Engine.Snapshots.Characters.Finding(path, "the type of a result holds no character beyond U+FFFF");
        }
    }

    private static bool IsWide(string text) => text.Any(char.IsHighSurrogate);

    private static IEnumerable<(SchemaObject Key, EquatableArray<IndexPart> Parts)> Keys(Table table) =>
        table.UniqueConstraints.Select(u => ((SchemaObject)u, u.Columns))
            .Concat(table.Indexes.Where(i => i.Method is not ("FULLTEXT" or "SPATIAL" or TableKeys.Vector))
                .Select(i => ((SchemaObject)i, i.Columns)))
            .Concat(table.PrimaryKey is { } key ? [(key, key.Columns)] : []);

    // MariaDB keeps a hash where a unique key is too long.
    private bool IsHashed(SchemaObject key) => server.IsMariaDb && key is UniqueConstraint;

    private static int Longest(Table table) =>
        table.ValueOf("ROW_FORMAT")?.ToUpperInvariant() is "COMPACT" or "REDUNDANT" ? ShortKeyBytes : KeyBytes;

    private long KeySize(Table table, EquatableArray<IndexPart> parts) =>
        parts.Sum(part => part.Expression is null && table.Column(part.Column) is { } column ? NativeType.Of(column.Type.Native!) switch
    {
        { Name: "char" or "varchar" } type => (part.PrefixLength ?? type.Length) * Collations.BytesPerCharacter(CharSet(table, column)),
        { Name: "binary" or "varbinary" } type => part.PrefixLength ?? type.Length,
        var type when part.PrefixLength is { } prefix =>
            prefix * (type.Name.EndsWith("text", StringComparison.Ordinal) ? Collations.BytesPerCharacter(CharSet(table, column)) : 1),
        _ => 0,
    } : 0);

    // Columns that are computed when they are read take no place.
    private long RowSize(Table table) =>
        table.Columns.Where(c => c.Computed is null or { Stored: true }).Sum(c => NativeType.Of(c.Type.Native!) switch
    {
        { Name: "varchar" } type when type.Length * Collations.BytesPerCharacter(CharSet(table, c)) is var bytes =>
            bytes + (bytes > 255 ? 2 : 1),
        { Name: "varbinary" } type => type.Length + (type.Length > 255 ? 2 : 1),
        { Name: "char" } type => type.Length * Collations.BytesPerCharacter(CharSet(table, c)),
        { Name: "binary" } type => type.Length,
        { Name: "tinyint" } => 1,
        { Name: "smallint" } => 2,
        { Name: "int" or "float" } => 4,
        { Name: "bigint" or "double" } => 8,
        _ => 0,
    });

    private string? CharSet(Table table, Column column)
    {
        if (column.CharSet is { } own) return own;
        var collation = column.Collation
            ?? (table.ValueOf(TableOptions.CharSet) is { } charset
                ? charset
                : table.ValueOf(TableOptions.Collate) ?? server.CollationOf(table.Name.Schema));
        return collation.Length == 0 ? null : Collations.CharSetOf(collation).ToLowerInvariant();
    }

    private static Diagnostic Exceeded(ObjectId path, string what) =>
        Diagnostic.Of(InspectionDiagnostics.RefusedByServer, path.ToString(), what) with { Subject = path };
}
