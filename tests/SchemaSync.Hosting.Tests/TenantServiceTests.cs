using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using SchemaSync.Adapters.Tests;

namespace SchemaSync.Hosting.Tests;

/// <summary>An application with many tenants: which there are it says itself, and what happens to them is told.</summary>
public sealed class TenantServiceTests : IDisposable
{
    private readonly TestDatabase _database = TestServer.PostgreSql18.CreateDatabase();
    private readonly LogLines _lines = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tenants_are_listed_brought_forward_compared_and_counted()
    {
        await using var services = Services("acme", "globex", "initech", "umbrella");
        var sync = services.GetRequiredService<ISchemaSync>();
        var tenants = await sync.ListTenantsAsync(Token);
        Assert.Equal(["acme", "globex", "initech", "umbrella"], tenants.Select(t => t.Id));

        Assert.Equal(Outcome.Done, (await sync.SyncTenantAsync(tenants[0].Context, cancellationToken: Token)).Outcome);
        Assert.True((await sync.ValidateTenantAsync(tenants[0].Context, Token)).IsEqual);
        Assert.Equal(Outcome.Planned, (await sync.SyncTenantAsync(tenants[1].Context, execute: false, Token)).Outcome);
        var report = await sync.SyncFleetAsync(cancellationToken: Token);
        Assert.Equal((1, 3), (report.Count(TenantState.Equal), report.Count(TenantState.Done)));
        await sync.EnsureEqualAsync(cancellationToken: Token);
        Assert.Contains("Information 7: sync of 4 tenants: 4 as declared, 0 behind, 0 failed", _lines.Text, StringComparison.Ordinal);
        Assert.Contains("Warning 9: ", _lines.Text, StringComparison.Ordinal);

        _database.Run("ALTER TABLE globex.orders_0 DROP COLUMN placed");
        Assert.Equal(["globex"], (await sync.ValidateFleetAsync(Token)).Tenants.Where(t => t.State == TenantState.Differs)
            .Select(t => t.Tenant));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => sync.EnsureEqualAsync(cancellationToken: Token));
        Assert.Equal("SSY0623", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("1 of 4 tenants are not as declared (globex)", refused.Message, StringComparison.Ordinal);

        var health = await HealthAsync(services);
        Assert.Equal((HealthStatus.Degraded, "1 of 4 tenants are behind"), (health.Status, health.Description));
        Assert.Equal(0.25, health.Data["share"]);
        _database.Run("DROP SCHEMA initech CASCADE");
        _database.Run("ALTER TABLE umbrella.orders_0 DROP COLUMN placed");
        health = await HealthAsync(services);
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.All((await sync.ValidateFleetAsync(Token)).Tenants.SelectMany(t => t.Diagnostics).Where(d => d.Entry.Code == "SSY1001"),
            d => Assert.Contains("run ISchemaSync.SyncFleetAsync to add it", d.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_is_looked_at_once_in_its_interval_however_many_ask()
    {
        _health = TimeSpan.FromHours(1);
        await using var services = Services("acme");
        await services.GetRequiredService<ISchemaSync>().SyncFleetAsync(cancellationToken: Token);
        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => HealthAsync(services)));
        Assert.All(asked, h => Assert.Equal(HealthStatus.Healthy, h.Status));
        _database.Run("DROP TABLE acme.orders_0 CASCADE");
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(services)).Status);
    }

    [Fact]
    public async Task Each_tenant_of_a_run_is_a_span_in_it_and_a_measurement()
    {
        var spans = new List<Activity>();
        var measured = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "SchemaSync", Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => { lock (spans) spans.Add(a); },
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == "SchemaSync") meters.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Add($"{i.Name} {value > 0} {Text(tags)}"));
        meters.SetMeasurementEventCallback<int>((i, value, tags, _) => Add($"{i.Name} {value} {Text(tags)}"));
        meters.Start();

        await using var services = Services("acme", "globex");
        using var root = new Activity("request").Start();
        await services.GetRequiredService<ISchemaSync>().SyncFleetAsync(cancellationToken: Token);
        root.Stop();
        var own = spans.Where(s => s.TraceId == root.TraceId).ToList();
        var fleet = Assert.Single(own, s => s.DisplayName == "sync tenants");
        Assert.Equal(2, fleet.GetTagItem("schemasync.tenants"));
        var tenants = own.Where(s => s.ParentSpanId == fleet.SpanId).ToList();
        Assert.Equal([$"{_database.Name}|acme", $"{_database.Name}|globex"], tenants.Select(s => s.GetTagItem("db.namespace")).Order());
        Assert.All(tenants, s => Assert.Equal(("postgresql", "done", ActivityKind.Client),
            (s.GetTagItem("db.system.name"), s.GetTagItem("schemasync.outcome"), s.Kind)));
        Assert.All(tenants, s => Assert.NotNull(s.GetTagItem("server.address")));
        Assert.True(measured.Count(m => m.StartsWith("schemasync.operation.duration True db.system.name=postgresql db.operation.name=sync "
            + "schemasync.outcome=done", StringComparison.Ordinal)) >= 2, string.Join('\n', measured));
        Assert.Contains(measured, m => m.StartsWith("schemasync.tenants 2 db.system.name=postgresql", StringComparison.Ordinal));

        void Add(string line)
        {
            lock (measured) measured.Add(line);
        }
    }

    [Fact]
    public async Task No_secret_is_in_a_log_a_tag_or_an_exception()
    {
        const string Secret = "hunter2-is-not-here";
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "SchemaSync", Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => { lock (spans) spans.Add(a); },
        };
        ActivitySource.AddActivityListener(listener);
        await using var services = Services("acme");
        var sync = services.GetRequiredService<ISchemaSync>();
        var wrong = new TenantContext("wrong", ProviderNames.PostgreSql,
            _database.ConnectionString + ";Username=nobody;Password=" + Secret);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => sync.ValidateTenantAsync(wrong, Token));
        var odd = new TenantContext("odd", ProviderNames.PostgreSql, "Host=x;Pasword=" + Secret);
        var unread = await Assert.ThrowsAsync<SchemaSyncException>(() => sync.SyncTenantAsync(odd, cancellationToken: Token));
        var all = string.Join('\n', [refused.ToString(), unread.ToString(), _lines.Text,
            .. spans.Select(s => $"{s.DisplayName} {s.StatusDescription} {Text([.. s.TagObjects])}")]);
        Assert.Contains("Error 5: validate of wrong failed with SSY", all, StringComparison.Ordinal);
        Assert.Contains("error.type=SSY0205", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_is_listed_twice_is_refused()
    {
        await using var services = Services("acme", "Acme");
        var sync = services.GetRequiredService<ISchemaSync>();
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => sync.ValidateFleetAsync(Token));
        Assert.Equal("SSY0603", refused.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task Files_that_a_pattern_finds_are_tenants()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var name in new[] { "a", "b" }) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".db"), [], Token);
        await using var services = new ServiceCollection().AddSchemaSync(o => (o.Provider, o.Tenants, o.Target) =
            (DatabaseProvider.Sqlite, Path.Combine(folder.FullName, "*.db"), Shops.Target())).BuildServiceProvider();
        await services.GetRequiredService<ISchemaSync>().EnsureEqualAsync(StartAction.Apply, Token);
        Assert.Equal(2, (await services.GetRequiredService<ISchemaSync>().ValidateFleetAsync(Token)).Count(TenantState.Equal));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_role_a_ledger_and_what_it_keeps_are_options()
    {
        var role = $"clerk_{Guid.NewGuid():N}";
        _database.Run($"CREATE ROLE {role}; GRANT {role} TO test");
        await using (var services = new ServiceCollection().AddSchemaSync(o =>
        {
            (o.Provider, o.ConnectionString, o.Schema, o.Target) =
                (DatabaseProvider.PostgreSql, _database.ConnectionString, "acme", Shops.Target());
            (o.Role, o.Ledger, o.KeepRuns) = (role, LedgerPlace.Shared, 1);
        }).BuildServiceProvider())
        {
            var sync = services.GetRequiredService<ISchemaSync>();
            for (var i = 0; i < 4; i++)
            {
                await sync.EnsureEqualAsync(StartAction.Apply, Token);
                _database.Run("ALTER TABLE acme.orders_0 DROP COLUMN placed");
            }
        }

        Assert.Equal(role, _database.Query("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'acme'"));
        Assert.Equal("acme|1", _database.Query("SELECT tenant, count(*) FROM __schemasync.__schemasync_ledger GROUP BY tenant"));
        _database.Run($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
    }

    [Fact]
    public async Task An_adapter_and_a_store_of_the_application_are_taken()
    {
        var store = new CountingStore();
        await using var services = new ServiceCollection().AddSingleton<SnapshotStore>(store)
            .AddSchemaSync(o => (o.Provider, o.ConnectionString, o.Target) =
                (DatabaseProvider.PostgreSql, _database.ConnectionString, Shops.Target())).BuildServiceProvider();
        await services.GetRequiredService<ISchemaSync>().EnsureEqualAsync(StartAction.Apply, Token);
        await services.GetRequiredService<ISchemaSync>().EnsureEqualAsync(cancellationToken: Token);
        Assert.True(store.Asked > 0);
        Assert.Same(services.GetRequiredService<SchemaSyncEngine>().FormStore, store);
    }

    public void Dispose() => _database.Dispose();

    private TimeSpan _health;

    private ServiceProvider Services(params string[] names)
    {
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Debug).AddProvider(_lines))
            .AddSchemaSync(o => (o.Provider, o.Target, o.HealthInterval) = (DatabaseProvider.PostgreSql, Shops.Target(), _health))
            .AddScoped<ITenantDirectory>(_ => new Listed(_database.ConnectionString, names));
        services.AddHealthChecks().AddSchemaSync(mayBeBehind: 0.25);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static async Task<HealthReportEntry> HealthAsync(ServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["schemasync"];

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));

    private sealed class Listed(string connectionString, string[] names) : ITenantDirectory
    {
        public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Tenant>>(
            [.. names.Select(n => new Tenant(new(n, ProviderNames.PostgreSql, connectionString, n)))]);
    }

    private sealed class CountingStore : SnapshotStore
    {
        private readonly MemorySnapshotStore _store = new();

        public int Asked { get; private set; }

        public override Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken)
        {
            Asked++;
            return _store.FindAsync(key, cancellationToken);
        }

        public override Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken) =>
            _store.SaveAsync(key, snapshot, cancellationToken);
    }
}
