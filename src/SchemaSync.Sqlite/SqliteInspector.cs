using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite;

/// <summary>Reads the schema from the stored texts, and has SQLite confirm the columns it sees in them.</summary>
internal sealed class SqliteInspector(SqliteConnection connection) : SchemaInspector
{
    // One row per object, the columns of a table as SQLite itself parsed them; JSON because a name may hold any character.
    // A virtual table has no page, and asking for its columns would need its module.
    private const string Query = """
        SELECT s.type, s.name, s.tbl_name, s.sql,
          CASE WHEN s.type = 'table' AND s.rootpage > 0 THEN (SELECT json_group_array(x.name) FROM pragma_table_xinfo(s.name) AS x) END
        FROM sqlite_schema AS s
        WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\_%' ESCAPE '\'
        ORDER BY s.name
        """;

    // What a virtual table keeps its rows in is its module's, and nobody's to declare. Asked only where there is one: the list looks at
    // every view.
    private const string Shadows = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";

    private sealed record Row(string Type, string Name, string Table, string Sql, string? Columns)
    {
        public bool IsVirtual { get; } = Sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = Query;
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var row = new Row(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetString(4));
                if (row.Type is not ("table" or "index") || !LedgerTables.IsOurs(row.Table)) rows.Add(row);
            }
        }

        return Build(rows, rows.Exists(r => r.IsVirtual) ? await ShadowsAsync(cancellationToken).ConfigureAwait(false) : []);
    }

    /// <summary>All that a schema of SQLite is, is in these texts; they are read in a fraction of the time that it takes to read what they
    /// say.</summary>
    public override async Task<string?> StampAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type, name, tbl_name, sql, rootpage > 0 FROM sqlite_schema ORDER BY rowid";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                // The length keeps two neighbours apart.
                var text = reader.IsDBNull(i) ? "" : reader.GetString(i);
                hash.AppendData(BitConverter.GetBytes(reader.IsDBNull(i) ? -1 : text.Length));
                hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Nothing that a schema of SQLite needs is outside of its file.</summary>
    public override Task<string?> StampWithOthersAsync(CancellationToken cancellationToken) => StampAsync(cancellationToken);

    /// <summary>The same texts are the same schema, in whatever file.</summary>
    public override Task<string?> DigestAsync(DigestKey key, CancellationToken cancellationToken) => StampAsync(cancellationToken);

    private async Task<HashSet<string>> ShadowsAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(SqliteNames.Comparer);
        using var command = connection.CreateCommand();
        command.CommandText = Shadows;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
        return names;
    }

    /// <inheritdoc/>
    public override async Task CheckBodiesAsync(CancellationToken cancellationToken)
    {
        if (await FindBrokenBodiesAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } broken)
            throw new SchemaSyncException(broken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindBrokenBodiesAsync(CancellationToken cancellationToken) =>
        new Bodies(connection).FindBrokenAsync(cancellationToken);

    private static Snapshot Build(List<Row> rows, HashSet<string> shadows)
    {
        var objects = new List<TopLevelObject>();
        var indexes = rows.Where(r => r.Type == "index").ToLookup(r => r.Table, StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Type != "index" && !shadows.Contains(r.Table)))
        {
            try
            {
                objects.Add(row.IsVirtual || (row.Type == "trigger" && LedgerTables.IsOurs(row.Table)) ? Opaque(row, indexes[row.Name])
                    : Read(row, indexes[row.Name]));
            }
            catch (UnsupportedTextException)
            {
                objects.Add(Opaque(row, indexes[row.Name]));
            }
        }

        return new()
        {
            Form = SqliteDialect.Form,
            Objects = ReferenceCase.Align(objects, SqliteNames.Comparer).ToEquatableArray(),
            Beside = shadows.Select(s => ObjectId.Top(ObjectKind.Table, new(s))).ToEquatableArray(),
        };
    }

    private static ObjectId IdOf(Row row) =>
        row.Type == "trigger"
            ? ObjectId.In(ObjectKind.Trigger, new(row.Table), new(row.Name))
            : ObjectId.Top(ObjectKind.Of(row.Type), new(row.Name));

    // Every statement that made it, as SQLite keeps them.
    private static OpaqueObject Opaque(Row row, IEnumerable<Row> indexes) =>
        OpaqueObject.Of(IdOf(row), string.Join(";\n", indexes.Select(i => i.Sql).Prepend(row.Sql)));

    private static TopLevelObject Read(Row row, IEnumerable<Row> indexes)
    {
        if (row.Type == "view") return CreateViewText.Read(row.Name, row.Sql);
        if (row.Type == "trigger") return CreateTriggerText.Read(row.Name, row.Sql);
        var table = CreateTableText.Read(row.Name, row.Sql);
        Confirm(table, row.Columns!);
        return TableForm.WithTexts(TableForm.Of(table with
        {
            Indexes = indexes.Select(i => CreateIndexText.Read(i.Name, i.Sql)).ToEquatableArray(),
        }));
    }

    /// <summary>Two readers of one text must agree; where they do not, ours is wrong and the object is kept as its text.</summary>
    private static void Confirm(Table table, string columns)
    {
        var names = JsonReader.Parse(columns) is JsonArray array ? array.Items.OfType<JsonString>().Select(s => s.Value) : [];
        if (!names.SequenceEqual(table.Columns.Select(c => c.Name.Value), StringComparer.Ordinal))
            throw new UnsupportedTextException("columns that SQLite reads differently");
    }
}
