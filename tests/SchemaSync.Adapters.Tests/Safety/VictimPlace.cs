namespace SchemaSync.Adapters.Tests;

/// <summary>A managed database beside a table of somebody else's, on one server.</summary>
internal sealed class VictimPlace : IDisposable
{
    private readonly TestDatabase? _managed, _other;
    private readonly SqliteFile? _file;
    private readonly string _before;
    private bool _isTouched;

    public VictimPlace(string name)
    {
        Provider = name.Split(' ')[0];
        if (Provider == ProviderNames.Sqlite) _file = NewFile();
        else
        {
            _managed = TestServer.Of(name).CreateDatabase();
            _other = _managed.Server.IsPostgreSql ? null : TestServer.Of(name).CreateDatabase();
            _managed.Run(
                $"{(_other is null ? "CREATE SCHEMA other; " : "")}CREATE TABLE "
                    + $"{Victim} (id int PRIMARY KEY); INSERT INTO {Victim} VALUES (1)");
        }

        _before = State();
    }

    public string Provider { get; }

    public DatabaseAdapter Adapter =>
        field ??= Provider switch { ProviderNames.Sqlite => new SqliteAdapter(), ProviderNames.PostgreSql => new PostgreSqlAdapter(),
            _ => MySqlServers.Adapter(_managed!.Server) };

    public SchemaSyncEngine Engine => new(new AdapterRegistry(Adapter));

    public Dialect Dialect => Adapter.OfflineDialect;

    public TenantContext Tenant => _file?.Tenant ?? _managed!.Tenant;

    public string Victim => HostileTexts.Name(Provider, _other?.Name ?? "other");

    /// <summary>Whether the table is there with its row, and with nothing that leads to it.</summary>
    public bool IsUntouched() => !_isTouched && State() == _before;

    /// <summary>Runs steps on scratch as a proof does, until one is refused; the refusal.</summary>
    public async Task<Exception?> TryAsync(IReadOnlyList<Step> before, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        if (Provider != ProviderNames.Sqlite)
            return await TryAsync(await Adapter.OpenScratchAsync(Tenant, cancellationToken), [.. before, .. steps], cancellationToken);
        // A file that is kept, for a run that is rolled back would hide everything.
        using var file = NewFile();
        var failure = await TryAsync(await Adapter.OpenAsync(file.Tenant, SessionAccess.Write, cancellationToken),
            [.. before, .. steps], cancellationToken);
        _isTouched |= file.Query("SELECT count(*) FROM sqlite_schema WHERE name = 'victim'") != "1"
            || file.Query("SELECT * FROM victim") != "1";
        return failure;
    }

    private async Task<Exception?> TryAsync(DatabaseSession session, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        await using (session)
        await using (session.Runner)
        {
            try
            {
                await session.Runner.LockAsync(TimeSpan.FromSeconds(30), cancellationToken);
                foreach (var step in steps)
                {
                    await session.Runner.BeginAsync(step.Transaction, cancellationToken);
                    await session.Runner.ExecuteAsync(step, cancellationToken);
                    await session.Runner.CommitAsync(cancellationToken);
                }

                return null;
            }
            catch (Exception e) when (e is SchemaSyncException or System.Data.Common.DbException)
            {
                return e;
            }
            finally
            {
                if (Provider == ProviderNames.Sqlite) await session.Runner.CompleteAsync(cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        _managed?.Dispose();
        _other?.Dispose();
        _file?.Dispose();
    }

    private static SqliteFile NewFile() => new SqliteFile().Run("CREATE TABLE victim (id int PRIMARY KEY); INSERT INTO victim VALUES (1)");

    private string State() =>
        _file?.Query("SELECT group_concat(name) FROM sqlite_schema") is { } names ? names + _file.Query("SELECT * FROM victim")
        : _managed!.Query($"SELECT * FROM {Victim}") + _managed.Query(_managed.Server.IsPostgreSql
            ? "SELECT count(*) FROM pg_constraint WHERE confrelid = 'other.victim'::regclass"
            : $"SELECT count(*) FROM information_schema.KEY_COLUMN_USAGE WHERE REFERENCED_TABLE_SCHEMA = '{_other!.Name}'");
}
