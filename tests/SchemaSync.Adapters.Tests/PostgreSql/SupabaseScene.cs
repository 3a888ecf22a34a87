using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Databases like those of a Supabase project: schemas <c>auth</c>, <c>storage</c> and <c>extensions</c> of other roles, and an account
/// that owns nothing of them, is no superuser, and may not create databases.
/// </summary>
public sealed class SupabaseScene(TestServer server) : IDisposable
{
    private readonly string _run = Guid.NewGuid().ToString("n")[..8];
    private readonly List<TestDatabase> _databases = [];
    private bool _hasRoles;

    private string Auth => $"auth_{_run}";

    private string Storage => $"storage_{_run}";

    private string Deployer => $"deployer_{_run}";

    /// <summary>A database with what is theirs.</summary>
    public TestDatabase Create()
    {
        var database = server.CreateDatabase();
        _databases.Add(database);
        if (!_hasRoles) database.Run(SupabaseSql.Roles(Auth, Storage, Deployer));
        _hasRoles = true;
        return database.Run(SupabaseSql.Theirs(database.Name, Auth, Storage, Deployer));
    }

    /// <summary>The tenant as the account sees it.</summary>
    public TenantContext As(TestDatabase database) => database.Tenant with { ConnectionString = Account(database) };

    /// <summary>Runs a script as the account.</summary>
    public void Run(TestDatabase database, string sql)
    {
        using var connection = server.Connect(Account(database));
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>What pg_dump says of some schemas, owners and rights included.</summary>
    public static string Dump(TestDatabase database, params string[] schemas) =>
        PgDump.Of(database, [.. schemas.Select(s => $"--schema={s}")]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var database in _databases) database.Dispose();
        if (!_hasRoles) return;
        using var connection = server.Connect(server.ConnectionString);
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP ROLE {Auth}; DROP ROLE {Storage}; DROP ROLE {Deployer}";
        command.ExecuteNonQuery();
    }

    private string Account(TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Username = Deployer,
            Password = "p",
            Pooling = false,
        }.ConnectionString;
}
