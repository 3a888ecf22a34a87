using MySqlConnector;

namespace SchemaSync.MySql;

/// <summary>What MySQL and MariaDB have in common: one protocol, one way to open a
/// session. Everything else is a fact of the server.</summary>
public abstract class MySqlFamilyAdapter : DatabaseAdapter
{
    private protected MySqlFamilyAdapter()
    {
    }

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access,
        CancellationToken cancellationToken) =>
        await OpenAsync(tenant, settings => Session.OpenAsync(settings, Provider, access, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(tenant, settings => Session.OpenScratchAsync(settings, Provider, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e)
            when (e.InnerException is MySqlException { ErrorCode: not MySqlErrorCode.AccessDenied } refused
                && MySqlErrors.IsDenied(refused))
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.NoScratch, DisplayName(tenant),
                $"{refused.Message}; GRANT ALL ON `{ScratchDatabase.Prefix.Replace("_", "\\_", StringComparison.Ordinal)}%`.* to the "
                    + "account, or use one that has it")], e);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> EntityFrameworkProviders { get; } =
        ["Pomelo.EntityFrameworkCore.MySql", "MySql.EntityFrameworkCore"];

    /// <inheritdoc/>
    public override string AtHome(TenantContext tenant, string sql) =>
        new MySqlHome(Settings.Of(tenant).Database, ignoresCase: false).Enter(sql);

    /// <inheritdoc/>
    public override OwnPlace? OwnPlaceOf(TenantContext tenant)
    {
        var settings = Settings.Of(tenant);
        return new(FormattableString.Invariant($"{settings.Host}:{settings.Port}"), new(settings.Database));
    }

    /// <inheritdoc/>
    public override TenantPlace PlaceOf(TenantContext tenant) => Settings.Of(tenant).TenantPlace;

    /// <inheritdoc/>
    public override TenantContext At(TenantContext tenant, TenantPlace place) => Settings.Of(tenant).At(tenant, place);

    /// <inheritdoc/>
    public override async Task CreateAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var settings = Settings.Of(tenant);
        var connection = settings.Connection(null);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand($"CREATE DATABASE IF NOT EXISTS {MySqlText.Quote(new Identifier(settings.Database))}",
                connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> HeldByOthersAsync(TenantContext tenant, DatabaseSession session,
        CancellationToken cancellationToken) => DroppedDatabase.HeldAsync((MySqlConnection)session.Connection, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> DropAsync(TenantContext tenant, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        var session = await OpenAsync(tenant, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.Runner.LockAsync(lockTimeout, cancellationToken).ConfigureAwait(false);
            return await DroppedDatabase.DropAsync((MySqlConnection)session.Connection, Settings.Of(tenant).Database,
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> PlacesAsync(TenantContext tenant, bool schemas, CancellationToken cancellationToken)
    {
        var connection = Settings.Of(tenant).Connection(null);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand("SHOW DATABASES", connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var names = new List<string>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
            return [.. names.Where(n => !Settings.IsSystem(n) && !n.StartsWith(ScratchDatabase.Prefix, StringComparison.Ordinal))];
        }
    }

    /// <inheritdoc/>
    public override string DisplayName(TenantContext tenant) => Settings.Of(tenant).DisplayName;

    /// <inheritdoc/>
    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => MySqlErrors.Explain(DisplayName(tenant), exception);

    /// <inheritdoc/>
    public override async Task<ScriptPlace> PlaceAsync(TenantContext tenant, DatabaseSession session, CancellationToken cancellationToken)
    {
        var command = session.Connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            // As the server spells it, which may turn names into lower case.
            command.CommandText = "SELECT DATABASE()";
            return new((string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!);
        }
    }

    private async Task<Session> OpenAsync(TenantContext tenant, Func<Settings, Task<Session>> open, CancellationToken cancellationToken)
    {
        try
        {
            var settings = Settings.Of(tenant);
            ConnectionFiles.Check(settings.DisplayName, settings.Files);
            return await open(settings).ConfigureAwait(false);
        }
        catch (Exception e) when (Certificate.IsRefused(e))
        {
            throw new SchemaSyncException([await Certificate.ExplainAsync(Settings.Of(tenant), e, cancellationToken).ConfigureAwait(false)],
                e);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SchemaSyncException) && Explain(tenant, e) is { } diagnostic)
        {
            throw new SchemaSyncException([WithEncryption(tenant, diagnostic)], e);
        }
    }

    // The servers refuse an account that has to encrypt in the words of a wrong password.
    private static Diagnostic WithEncryption(TenantContext tenant, Diagnostic diagnostic) =>
        diagnostic.Entry != InspectionDiagnostics.NotAuthenticated || Settings.Of(tenant).IsEncrypted ? diagnostic
        : Diagnostic.Of(diagnostic.Entry,
            [.. diagnostic.Arguments.SkipLast(1),
                $"{diagnostic.Arguments[^1]}; an account that requires an encrypted "
                    + "connection is refused in the same words: write SslMode=Required then"]);
}
