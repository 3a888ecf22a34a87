using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>What a server lacks while a declaration is tried or a plan proved is told as that, and never as a fault of what was
/// tried.</summary>
public sealed class MySqlTroubleTests
{
    [Theory]
    [InlineData(1021, "SSY0515")]
    [InlineData(1114, "SSY0515")]
    [InlineData(1030, "SSY0515")]
    [InlineData(1037, "SSY0515")]
    [InlineData(1041, "SSY0515")]
    [InlineData(1317, "SSY0515")]
    [InlineData(1969, "SSY0515")]
    [InlineData(3024, "SSY0515")]
    [InlineData(1927, "SSY0215")]
    [InlineData(1053, "SSY0215")]
    [InlineData(2013, "SSY0215")]
    [InlineData(1040, "SSY0205")]
    [InlineData(1290, "SSY0237")]
    [InlineData(1836, "SSY0237")]
    [InlineData(1205, "SSY0501")]
    [InlineData(1213, "SSY0501")]
    public async Task Trouble_of_the_server_is_no_fault_of_a_declaration(int number, string code)
    {
        var adapter = new FailingAdapter(new MySqlAdapter(), step => step.Sql.StartsWith("CREATE TABLE", StringComparison.Ordinal)
            ? Error(number) : null);
        using var database = TestServer.MySql97.CreateDatabase();
        var target = SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.MySql], Objects = [Table("bigint")] });
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => new SchemaSyncEngine(new AdapterRegistry(adapter))
            .NormalizeAsync(database.Tenant, target, TestContext.Current.CancellationToken));
        Assert.Equal(code, Assert.Single(failure.Diagnostics).Entry.Code);
    }

    [Fact]
    public async Task Trouble_of_the_server_is_no_failure_of_the_proof()
    {
        var adapter = new FailingAdapter(new MySqlAdapter(), step => step.Sql.StartsWith("ALTER TABLE", StringComparison.Ordinal)
            ? Error(1114) : null);
        using var database = TestServer.MySql97.CreateDatabase().Run("CREATE TABLE t (id bigint NOT NULL PRIMARY KEY)");
        var target = SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.MySql], Objects = [Table("int")] });
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => new SchemaSyncEngine(new AdapterRegistry(adapter))
            .PlanAsync(database.Tenant, target, new PlanOptions(IncludeUnmanaged: true), TestContext.Current.CancellationToken));
        Assert.Equal("SSY0515", Assert.Single(failure.Diagnostics).Entry.Code);
    }

    [Theory]
    [InlineData("53100", "SSY0515")]
    [InlineData("53200", "SSY0515")]
    [InlineData("58030", "SSY0515")]
    [InlineData("57014", "SSY0515")]
    [InlineData("53300", "SSY0205")]
    [InlineData("57P01", "SSY0215")]
    [InlineData("57P02", "SSY0215")]
    [InlineData("57P03", "SSY0205")]
    [InlineData("08006", "SSY0215")]
    [InlineData("25006", "SSY0237")]
    [InlineData("42601", "SSY0505")]
    public void States_of_PostgreSQL_have_their_codes(string state, string code) =>
        Assert.Equal(code, PostgreSqlErrors.Explain("shop", new Npgsql.PostgresException("x", "ERROR", "ERROR", state))!.Entry.Code);

    [Theory]
    [InlineData(13, "SSY0515")]
    [InlineData(10, "SSY0515")]
    [InlineData(7, "SSY0515")]
    [InlineData(8, "SSY0510")]
    [InlineData(5, "SSY0501")]
    [InlineData(1, "SSY0505")]
    public void Results_of_SQLite_have_their_codes(int result, string code) =>
        Assert.Equal(code, SqliteErrors.Explain("shop.db", new Microsoft.Data.Sqlite.SqliteException("x", result))!.Entry.Code);

    private static Table Table(string type) =>
        new() { Name = new("t"), Columns = [new() { Name = new("id"), Type = ColumnType.Of(type) }],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] } };

    // The driver alone makes them.
    private static MySqlException Error(int number) =>
        (MySqlException)Activator.CreateInstance(typeof(MySqlException),
        System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, null,
        [(MySqlErrorCode)number, number == 1290 ? "the server is running with the --read-only option" : "the server's words"], null)!;

    /// <summary>An adapter whose scratch fails at chosen steps.</summary>
    private sealed class FailingAdapter(DatabaseAdapter inner, Func<Step, Exception?> fault) : DatabaseAdapter
    {
        public override string Provider => inner.Provider;

        public override Dialect OfflineDialect => inner.OfflineDialect;

        public override Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken) =>
            inner.OpenAsync(tenant, access, cancellationToken);

        public override async Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
            new FailingSession(await inner.OpenScratchAsync(tenant, cancellationToken), fault);

        public override TenantPlace PlaceOf(TenantContext tenant) => inner.PlaceOf(tenant);

        public override TenantContext At(TenantContext tenant, TenantPlace place) => inner.At(tenant, place);

        public override string DisplayName(TenantContext tenant) => inner.DisplayName(tenant);

        public override Diagnostic? Explain(TenantContext tenant, Exception exception) => inner.Explain(tenant, exception);
    }

    private sealed class FailingSession(DatabaseSession inner, Func<Step, Exception?> fault) : DatabaseSession
    {
        public override Dialect Dialect => inner.Dialect;

        public override SchemaInspector Inspector => inner.Inspector;

        public override MigrationRunner Runner { get; } = new FailingRunner(inner.Runner, fault);

        public override System.Data.Common.DbConnection Connection => inner.Connection;

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class FailingRunner(MigrationRunner inner, Func<Step, Exception?> fault) : MigrationRunner
    {
        public override Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
            inner.LockAsync(timeout, cancellationToken);

        public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken) =>
            inner.BeginAsync(mode, cancellationToken);

        public override Task ExecuteAsync(Step step, CancellationToken cancellationToken) =>
            fault(step) is { } error ? Task.FromException(error) : inner.ExecuteAsync(step, cancellationToken);

        public override bool IsAnotherWayNeeded(Exception exception) => inner.IsAnotherWayNeeded(exception);

        public override Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken) =>
            inner.SampleAsync(sql, limit, cancellationToken);

        public override Task CommitAsync(CancellationToken cancellationToken) => inner.CommitAsync(cancellationToken);

        public override Task CompleteAsync(CancellationToken cancellationToken) => inner.CompleteAsync(cancellationToken);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
