using Microsoft.Data.Sqlite;

namespace SchemaSync.Benchmarks;

/// <summary>Tables as people have them: ten columns, a key, a unique constraint, a check, a
/// reference, two indexes. No two calls share an object.</summary>
internal static class SampleSchema
{
    /// <summary>The statements that create a table on SQLite.</summary>
    public static string Sql(int number) => $"""
        CREATE TABLE orders_{number:00000} (
          id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE, customer_name TEXT NOT NULL, created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
          shipped_at TEXT, total NUMERIC NOT NULL DEFAULT 0, is_paid INTEGER NOT NULL, priority INTEGER NOT NULL DEFAULT 1, remark TEXT,
          parent_id INTEGER REFERENCES orders_{number / 10 * 10:00000} (id) ON DELETE CASCADE, CHECK (total >= 0));
        CREATE INDEX ix_orders_{number:00000}_customer ON orders_{number:00000} (customer_name, created_at DESC);
        CREATE INDEX ix_orders_{number:00000}_parent ON orders_{number:00000} (parent_id) WHERE parent_id IS NOT NULL;
        """;

    /// <summary>A file with that many tables.</summary>
    public static string CreateFile(string path, int tables)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN;\n" + string.Join("\n", Enumerable.Range(0, tables).Select(Sql)) + "\nCOMMIT;";
        command.ExecuteNonQuery();
        return path;
    }

    /// <summary>A snapshot in server form; of the changed table, one column admits NULL.</summary>
    public static Snapshot Snapshot(int tables, int changed = -1) => new()
    {
        Form = new(ProviderNames.Sqlite, IsServer: true),
        Objects = Enumerable.Range(0, tables).Select(i => (TopLevelObject)Table(i, i == changed)).ToEquatableArray(),
    };

    private static Table Table(int number, bool changed) => new()
    {
        Name = new($"orders_{number:00000}"),
        Columns =
        [
            Column("id", "INTEGER", false) with { Identity = new() }, Column("number", "TEXT", false),
            Column("customer_name", "TEXT", false),
            Column("created_at", "TEXT", false) with { Default = new(Own("CURRENT_TIMESTAMP")) }, Column("shipped_at", "TEXT", true),
            Column("total", "NUMERIC", changed) with { Default = new(Own("0")) }, Column("is_paid", "INTEGER", false),
            Column("priority", "INTEGER", false) with { Default = new(Own("1")) },
            Column("remark", "TEXT", true), Column("parent_id", "INTEGER", true),
        ],
        PrimaryKey = new() { Columns = [Part("id")] },
        UniqueConstraints = [new() { Columns = [Part("number")] }],
        CheckConstraints = [new() { Expression = new(Own("total >= 0")) }],
        ForeignKeys =
        [
            new()
            {
                Columns = [new(Own("parent_id"))], ReferencedTable = new($"orders_{number / 10 * 10:00000}"),
                ReferencedColumns = [new(Own("id"))],
                OnDelete = Model.Objects.ReferentialAction.Cascade,
            },
        ],
        Indexes =
        [
            new()
            {
                Name = new($"ix_orders_{number:00000}_customer"),
                Columns = [Part("customer_name"), Part("created_at") with { Descending = true }],
            },
            new()
            {
                Name = new($"ix_orders_{number:00000}_parent"),
                Columns = [Part("parent_id")],
                Where = new(Own("parent_id IS NOT NULL")),
            },
        ],
    };

    private static Column Column(string name, string type, bool nullable) =>
        new() { Name = new(Own(name)), Type = ColumnType.Of(Own(type)), Nullable = nullable };

    private static IndexPart Part(string column) => IndexPart.Of(Own(column));

    // A literal is one object however often it is used, and comparing it with itself would cost nothing.
    private static string Own(string text) => new(text.AsSpan());
}
