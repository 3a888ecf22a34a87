using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Two schemas between which lie rebuilds of tables that refer to one another, new and changed objects, and rows enough
/// that SQLite has to write into the file before the commit.
/// </summary>
public sealed class CrashScene : IDisposable
{
    private const string Before = """
        CREATE TABLE customer (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT, note BLOB);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE, total REAL);
        CREATE INDEX ix_orders ON orders (customer_id);
        CREATE TABLE line (order_id INTEGER REFERENCES orders (id) ON DELETE CASCADE, pos INTEGER, text TEXT,
            PRIMARY KEY (order_id, pos)) WITHOUT ROWID;
        CREATE TABLE plain (a TEXT, b TEXT);
        CREATE TABLE former (a TEXT);
        CREATE VIEW v AS SELECT email FROM customer;
        CREATE TRIGGER g AFTER UPDATE ON customer BEGIN UPDATE plain SET b = new.email; END;
        """;

    private const string Rows = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO customer (email, note) SELECT 'c' || i,
            randomblob(3000) FROM n;
        DELETE FROM customer WHERE id > 990;
        INSERT INTO orders (customer_id, total) SELECT id, id * 1.5 FROM customer;
        INSERT INTO line SELECT id, 1, 'first ☃' FROM orders;
        INSERT INTO plain (rowid, a) VALUES (7, 'x'), (9, NULL);
        """;

    private const string After = """
        CREATE TABLE customer (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL CHECK (email <> ''), note BLOB, phone TEXT);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
            total REAL CHECK (total > 0));
        CREATE INDEX ix_orders_2 ON orders (customer_id, total);
        CREATE TABLE line (order_id INTEGER REFERENCES orders (id) ON DELETE CASCADE, pos INTEGER, text TEXT CHECK (pos > 0),
            PRIMARY KEY (order_id, pos)) WITHOUT ROWID;
        CREATE TABLE plain (a TEXT, b TEXT, c TEXT DEFAULT 'new');
        CREATE TABLE added (a TEXT);
        CREATE VIEW v AS SELECT email, phone FROM customer;
        CREATE TRIGGER g AFTER UPDATE ON customer BEGIN UPDATE plain SET b = new.email; END;
        """;

    private static readonly string[] Kept =
    [
        "SELECT id, email, note FROM customer ORDER BY id", "SELECT id, customer_id, total FROM orders ORDER BY id",
        "SELECT order_id, pos, text FROM line ORDER BY order_id", "SELECT rowid, a, b FROM plain ORDER BY rowid",
        "SELECT seq FROM sqlite_sequence WHERE name = 'customer'",
    ];

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private readonly string _folder = Directory.CreateTempSubdirectory("schemasync-crash-").FullName;
    private readonly SchemaTarget _target;
    private readonly string _rows;
    private int _number;

    public CrashScene()
    {
        using var wanted = new SqliteFile().Run(After);
        var snapshot = Engine.SnapshotAsync(wanted.Tenant).GetAwaiter().GetResult();
        SnapshotFile.SaveAsync(TargetFile, snapshot).GetAwaiter().GetResult();
        _target = SchemaTarget.Of(snapshot);
        using var former = new SqliteFile().Run(Before);
        using var start = new SqliteFile();
        // A run of ours makes the start state, so that "former" is ours to drop.
        Engine.SyncTenantAsync(start.Tenant, SchemaTarget.Of(Engine.SnapshotAsync(former.Tenant).GetAwaiter().GetResult()),
            execute: true, new()).GetAwaiter().GetResult();
        start.Run(Rows);
        File.Copy(start.Path, StartFile);
        _rows = Digest(StartFile);
    }

    private string TargetFile => Path.Combine(_folder, "target.json");

    private string StartFile => Path.Combine(_folder, "start.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A copy of the start state for one run.</summary>
    public string Copy(string journal)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, $"run{Interlocked.Increment(ref _number)}")).FullName,
            "shop.db");
        File.Copy(StartFile, file);
        using var connection = Open(file);
        Scalar(connection, $"PRAGMA journal_mode = {journal}");
        return file;
    }

    /// <summary>Syncs a file in a process of its own, which dies where the fault says; gives the exit code and what it printed.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(string file, string fault, TimeSpan? afterCommitBegan = null) =>
        CrashRun.StartAsync([ProviderNames.Sqlite, $"Data Source={file}", "", TargetFile], fault, afterCommitBegan);

    /// <summary>The same on a disk with so little room that no file can grow by more than a part of what the run writes.</summary>
    public Task<(int ExitCode, string Output)> OnFullDiskAsync(string file, double part) =>
        CrashRun.OnFullDiskAsync([ProviderNames.Sqlite, $"Data Source={file}", "", TargetFile],
            (long)(new FileInfo(file).Length * part / 1024));

    /// <summary>No row is lost, everything that is asked works at once, the next run finishes, and then there is nothing to do.</summary>
    public async Task RecoversAsync(string file, string what)
    {
        // On a copy first: whoever opens the file repairs it, and the first to do so has to be us.
        var crashed = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "crashed")).FullName;
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!))
            File.Copy(part, Path.Combine(crashed, Path.GetFileName(part)));
        Assert.True(_rows == Digest(Path.Combine(crashed, "shop.db")), $"rows are lost after {what}");

        var tenant = new TenantContext("crash", ProviderNames.Sqlite, $"Data Source={file}");
        var validation = await Engine.ValidateAsync(tenant, _target);
        var report = await Engine.SyncTenantAsync(tenant, _target, execute: true,
            new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) });
        Assert.Equal(validation.IsEqual ? Outcome.NothingToDo : Outcome.Done, report.Outcome);
        Assert.True((await Engine.ValidateAsync(tenant, _target)).IsEqual, $"the next run did not finish after {what}");
        Assert.Equal(2, (await Engine.AuditAsync(tenant)).Count(e => e.Outcome == LedgerEntry.Succeeded));
        Assert.True(_rows == Digest(file), $"rows are lost in the run after {what}");
    }

    private static string Digest(string file)
    {
        using var connection = Open(file);
        Assert.Equal("ok", Scalar(connection, "PRAGMA integrity_check"));
        Assert.Null(Scalar(connection, "PRAGMA foreign_key_check"));
        Assert.Equal(0L, Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE name LIKE '@_@_schemasync@_new%' ESCAPE '@'"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in Kept)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var value = reader.GetValue(i);
                    hash.AppendData(Encoding.UTF8.GetBytes(value.GetType().Name));
                    hash.AppendData(value as byte[]
                        ?? Encoding.UTF8.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!));
                }
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
