using Npgsql;
using SchemaSync.Engine;

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
        if (!_hasRoles) database.Run($"CREATE ROLE {Auth}; CREATE ROLE {Storage}; CREATE ROLE {Deployer} LOGIN PASSWORD 'p' NOSUPERUSER NOCREATEDB NOCREATEROLE");
        _hasRoles = true;
        return database.Run($"""
            CREATE SCHEMA auth AUTHORIZATION {Auth}; CREATE SCHEMA storage AUTHORIZATION {Storage}; CREATE SCHEMA extensions;
            CREATE EXTENSION "uuid-ossp" SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions;
            GRANT USAGE ON SCHEMA extensions TO {Storage}, {Deployer}; GRANT CREATE ON DATABASE {database.Name} TO {Deployer}; GRANT ALL ON SCHEMA public TO {Deployer};
            SET ROLE {Auth};
            CREATE TABLE auth.users (id uuid PRIMARY KEY, email varchar(255) UNIQUE, created_at timestamptz DEFAULT now());
            CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('request.jwt.claim.sub', true), '')::uuid $$;
            INSERT INTO auth.users VALUES ('00000000-0000-0000-0000-000000000001', 'a@b'); GRANT USAGE ON SCHEMA auth TO {Deployer}; GRANT SELECT, REFERENCES ON auth.users TO {Deployer};
            RESET ROLE; SET ROLE {Storage};
            CREATE TABLE storage.buckets (id text PRIMARY KEY, owner uuid);
            CREATE TABLE storage.objects (id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(), bucket text REFERENCES storage.buckets, name text, owner uuid);
            CREATE FUNCTION storage.foldername(name text) RETURNS text[] LANGUAGE plpgsql AS 'BEGIN RETURN string_to_array(name, ''/''); END';
            GRANT USAGE ON SCHEMA storage TO {Deployer}; GRANT SELECT, REFERENCES ON storage.objects TO {Deployer}
            """);
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
    public static string Dump(TestDatabase database, params string[] schemas) => PgDump.Of(database, [.. schemas.Select(s => $"--schema={s}")]);

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
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = Deployer, Password = "p", Pooling = false }.ConnectionString;
}
