namespace SchemaSync.Adapters.Tests;

/// <summary>A file that has not moved since it was found equal is not read again; whatever is done to its schema moves it.</summary>
public sealed class SqliteStampTests : IDisposable
{
    private const string Start = """
        CREATE TABLE a (id INTEGER PRIMARY KEY, n INT DEFAULT 1 CHECK (n > 0), m TEXT);
        CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a);
        CREATE INDEX by_n ON a (n);
        CREATE VIEW v AS SELECT id FROM a;
        CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END;
        """;

    private readonly SqliteFile _file = new();
    private readonly SchemaSyncEngine _engine = new(new AdapterRegistry(new SqliteAdapter()))
    {
        FormStore = new DirectorySnapshotStore(Directory.CreateTempSubdirectory().FullName),
    };

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("ALTER TABLE a ADD COLUMN x INT")]
    [InlineData("ALTER TABLE a RENAME COLUMN m TO k")]
    [InlineData("DROP INDEX by_n")]
    [InlineData("DROP INDEX by_n; CREATE INDEX by_n ON a (m)")]
    [InlineData("DROP VIEW v; CREATE VIEW v AS SELECT n AS id FROM a")]
    [InlineData("DROP TRIGGER t")]
    [InlineData("CREATE TABLE c (id INT)")]
    [InlineData("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'DEFAULT 1', 'DEFAULT 2') WHERE name = 'a'")]
    public async Task Each_change_is_seen(string change)
    {
        var (target, bytes) = await EqualAsync();
        Assert.NotNull(await Known(bytes));
        _file.Run("INSERT INTO a (m) VALUES ('a row is no schema')");
        Assert.NotNull(await Known(bytes));
        _file.Run(change);
        Assert.Null(await Known(bytes));
        var validation = await _engine.ValidateAsync(_file.Tenant, target, Token);
        Assert.Equal(change.StartsWith("CREATE TABLE", StringComparison.Ordinal), validation.IsEqual);
    }

    [Fact]
    public async Task Another_file_in_its_place_is_another_database()
    {
        var (_, bytes) = await EqualAsync();
        using var other = new SqliteFile().Run(Start.Replace("n > 0", "n > 1", StringComparison.Ordinal));
        other.Run($"VACUUM INTO '{_file.Path}.new'");
        File.Move(_file.Path + ".new", _file.Path, overwrite: true);
        Assert.Null(await Known(bytes));
    }

    private async Task<(SchemaTarget Target, Fingerprint Bytes)> EqualAsync()
    {
        _file.Run(Start);
        var bytes = Fingerprint.OfText("bytes");
        var target = SchemaTarget.Of(await _engine.SnapshotAsync(_file.Tenant, Token)) with { Content = bytes };
        Assert.True((await _engine.ValidateAsync(_file.Tenant, target, Token)).IsEqual);
        return (target, bytes);
    }

    private Task<(Validation Validation, TenantContext Tenant)?> Known(Fingerprint bytes) =>
        _engine.FindEqualAsync(_file.Tenant, bytes, Token);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
