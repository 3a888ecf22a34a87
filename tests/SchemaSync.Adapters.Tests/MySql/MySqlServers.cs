namespace SchemaSync.Adapters.Tests;

/// <summary>The servers of both products, and an engine for them.</summary>
internal static class MySqlServers
{
    // One of each for all tests: an adapter keeps its connections for a while, and a server has only so many.
    private static readonly MySqlAdapter MySql = new();
    private static readonly MariaDbAdapter MariaDb = new();

    public static SchemaSyncEngine Engine { get; } = new(new AdapterRegistry(MySql, MariaDb));

    /// <summary>Every hazard is allowed, and everything in the database is meant.</summary>
    public static ExecutionOptions Everything { get; } = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    /// <summary>Every hazard is allowed; what nobody declared and no run made is left alone.</summary>
    public static ExecutionOptions Ours { get; } = Everything with { IncludeUnmanaged = false };

    public static TheoryData<string> All { get; } = [TestServer.MySql97.ToString(),
        TestServer.MariaDb1011.ToString(), TestServer.MariaDb118.ToString()];

    public static DatabaseAdapter Adapter(TestServer server) => server.Provider == ProviderNames.MariaDb ? MariaDb : MySql;

    public static string Data(string file) => Path.Combine(SchemaCase.Root(), "data", file);

    /// <summary>One collation on every server, so that plans name the same.</summary>
    public static TestDatabase Collated(this TestDatabase database) =>
        database.Run($"ALTER DATABASE {database.Name} COLLATE utf8mb4_general_ci");
}
