using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>Tenants with one schema in one place: schemas of a database, databases of a server, files of a folder.</summary>
internal sealed class TenantScene : IDisposable
{
    private readonly List<Action> _dispose = [];
    private readonly List<Action<string>> _run = [];
    private DirectoryInfo? _folder;
    private TestDatabase? _database;

    private TenantScene(DatabaseAdapter adapter, SnapshotStore? store)
    {
        Counter = new(adapter);
        Engine = new(new AdapterRegistry(Counter)) { FormStore = store };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static AdapterRegistry Adapters { get; } =
        new(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter());

    public ReadCounter Counter { get; }

    public SchemaSyncEngine Engine { get; }

    /// <summary>One that knows nothing of other tenants, and keeps nothing.</summary>
    public SchemaSyncEngine Alone { get; } = new(Adapters);

    public SchemaTarget Target { get; private set; } = null!;

    public List<Tenant> Tenants { get; } = [];

    /// <summary>So many tenants with a schema, some of which were changed by hand since.</summary>
    public static TenantScene Of(string server, string schema, IReadOnlyDictionary<int, string> changes, int count,
        SnapshotStore? store = null)
    {
        var scene = new TenantScene(Adapters.For(server.Split(' ')[0]), store);
        for (var number = 0; number <= count; number++) scene.Add(server, number);
        for (var number = 0; number <= count; number++) scene.Run(number, schema);
        // The last one is the pattern.
        scene.Target = SchemaTarget.Of(scene.Alone.SnapshotAsync(scene.Tenants[count].Context, Token).GetAwaiter().GetResult());
        scene.Tenants.RemoveAt(count);
        var on = server.StartsWith('M') ? " ON a" : "";
        foreach (var (number, change) in changes) scene.Run(number, change.Replace("{on}", on, StringComparison.Ordinal));
        return scene;
    }

    public void Run(int number, string sql) => _run[number](sql);

    public string Name(int number) => Tenants[number].Id;

    public int NumberOf(string id) => Tenants.FindIndex(t => t.Id == id);

    public Task<FleetReport> ValidateAsync() => new TenantFleet(Engine).ValidateAsync(TenantList.Of(Tenants), Target,
        new() { Parallelism = 3, StopAfter = 0 }, Token);

    public Task<FleetReport> SyncAsync(ExecutionOptions? options = null) => new TenantFleet(Engine).SyncAsync(TenantList.Of(Tenants),
        Target, execute: true, options ?? MySqlServers.Ours, new() { Parallelism = 3, StopAfter = 0 }, Token);

    public void Dispose()
    {
        foreach (var dispose in Enumerable.Reverse(_dispose)) dispose();
    }

    private void Add(string server, int number)
    {
        var id = $"tenant_{number:00}";
        if (server == "Sqlite")
        {
            if (number == 0) Make(Directory.CreateTempSubdirectory());
            var connection = $"Data Source={Path.Combine(_folder!.FullName, id)}.db;Pooling=False";
            Keep(new(id, ProviderNames.Sqlite, connection), sql =>
            {
                using var file = new SqliteConnection(connection);
                file.Open();
                using var command = file.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            });
            return;
        }

        var isSchema = server.StartsWith(ProviderNames.PostgreSql, StringComparison.Ordinal);
        if (number == 0 || !isSchema)
        {
            _database = TestServer.Of(server).CreateDatabase();
            _dispose.Add(_database.Dispose);
        }

        var database = _database!;
        if (!isSchema)
        {
            Keep(database.Tenant with { Id = id }, sql => database.Run(sql));
            return;
        }

        var schema = new PostgreSqlSchema(database, id);
        Keep(schema.Tenant, sql => schema.Run(sql));
    }

    private void Make(DirectoryInfo folder)
    {
        _folder = folder;
        _dispose.Add(() => folder.Delete(recursive: true));
    }

    private void Keep(TenantContext tenant, Action<string> run)
    {
        Tenants.Add(new(tenant));
        _run.Add(run);
    }
}
