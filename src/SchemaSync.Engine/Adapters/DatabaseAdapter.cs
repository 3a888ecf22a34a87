namespace SchemaSync.Engine.Adapters;

/// <summary>A schema or database that belongs to one tenant.</summary>
/// <param name="Server">Where names of such places mean the same one: a server, or a database of it.</param>
/// <param name="Name">What it is called there.</param>
public sealed record OwnPlace(string Server, Identifier Name);

/// <summary>What a session may do.</summary>
public enum SessionAccess
{
    /// <summary>Reads only; nothing is created, not even the database file.</summary>
    Read,
    /// <summary>May change the schema; creates the database where the provider can.</summary>
    Write,
}

/// <summary>The effects of one provider: opens sessions on live and scratch
/// databases. Stateless; one per process serves all tenants.</summary>
public abstract class DatabaseAdapter
{
    /// <summary>One of <see cref="ProviderNames"/>.</summary>
    public abstract string Provider { get; }

    /// <summary>The dialect without a server, for offline work.</summary>
    public abstract Dialect OfflineDialect { get; }

    /// <summary>Opens the tenant's database.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: it cannot be reached, is not a database, or is too old.</exception>
    public abstract Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken);

    /// <summary>Opens a disposable empty database of the same server version; it vanishes with the session.</summary>
    public abstract Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken);

    /// <summary>Why there is no database to read yet, where <see cref="SessionAccess.Read"/>
    /// takes its place for an empty one; null when there is one.</summary>
    public virtual string? Missing(TenantContext tenant) => null;

    /// <summary>The files that the database consists of, where it consists of files on this machine.</summary>
    public virtual IReadOnlyList<string> Files(TenantContext tenant) => [];

    /// <summary>The connection string of a tenant that is a file, with <c>{tenant}</c>
    /// for its path; null where tenants are no files.</summary>
    public virtual string? FileConnection => null;

    /// <summary>The connection string of a tenant of which nothing is opened but scratch, where scratch needs no server.</summary>
    public virtual string OfflineConnection => "";

    /// <summary>What EF Core calls the providers whose statements this database understands; none where it has no such provider.</summary>
    public virtual IReadOnlyList<string> EntityFrameworkProviders => [];

    /// <summary>How many bytes of a file tell whether it is a database of this system; 0 where no file is one.</summary>
    public virtual int FileHeadLength => 0;

    /// <summary>Whether a file that begins so is a database of this system.</summary>
    public virtual bool IsDatabaseFile(ReadOnlySpan<byte> head) => false;

    /// <summary>What to call the tenant's database in messages: a file or server name, never a secret.</summary>
    public abstract string DisplayName(TenantContext tenant);

    /// <summary>A plan's statement as a session of the tenant sends it: with the name of its own database or schema.</summary>
    public virtual string AtHome(TenantContext tenant, string sql) => sql;

    /// <summary>The schema or database that is a tenant's own, where objects of other tenants can name it; null where none can.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: the connection string cannot be read.</exception>
    public virtual OwnPlace? OwnPlaceOf(TenantContext tenant) => null;

    /// <summary>Where a tenant is, as its connection string says.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: the connection string cannot be read.</exception>
    public abstract TenantPlace PlaceOf(TenantContext tenant);

    /// <summary>The same tenant at another place; what that leaves open stays.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: the connection string cannot be read. SSY0606: this system has no such
    /// place.</exception>
    public abstract TenantContext At(TenantContext tenant, TenantPlace place);

    /// <summary>Makes the tenant's database where it is not there. What a session that may write makes by itself (a file, a schema) is left
    /// to it.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the server cannot be reached, or the account may not.</exception>
    public virtual Task CreateAsync(TenantContext tenant, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What others have in the tenant's place, or hang on it, and no snapshot tells.</summary>
    public virtual Task<IReadOnlyList<string>> HeldByOthersAsync(TenantContext tenant, DatabaseSession session,
        CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Drops the tenant's place (its schema where it shares a database, else the database, or the file) with what its ledger left,
    /// under the lock of its runs; where anything else is in it, nothing is dropped.</summary>
    /// <returns>What is in it all the same; empty when it is gone.</returns>
    /// <exception cref="SchemaSyncException">SSY0501: a run is under way. SSY0614: others use it.</exception>
    public virtual Task<IReadOnlyList<string>> DropAsync(TenantContext tenant, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        throw new SchemaSyncException(TenancyDiagnostics.NoSuchPlace, tenant.Id, "a place that can be dropped", Provider);

    /// <summary>The databases of the server that a connection string leads to, whatever database it names; or the schemas of the database
    /// that it names, where one holds several. None where a database is a file.</summary>
    public virtual Task<IReadOnlyList<string>> PlacesAsync(TenantContext tenant, bool schemas, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Whether the statements of a plan can run as another role than everything else (<see cref="TenantContext.Role"/>).</summary>
    public virtual bool TakesRoles => false;

    /// <summary>Whether tenants of a database can have one ledger (<see cref="LedgerPlace.Shared"/>).</summary>
    public virtual bool SharesLedgers => false;

    /// <summary>The tenant with everything that a snapshot of it holds where nobody names a schema.</summary>
    public virtual TenantContext Whole(TenantContext tenant) => tenant;

    /// <summary>Where a script for the tenant may run.</summary>
    public virtual Task<ScriptPlace> PlaceAsync(TenantContext tenant, DatabaseSession session, CancellationToken cancellationToken) =>
        Task.FromResult(new ScriptPlace(DisplayName(tenant)));

    /// <summary>The driver's exception as a diagnostic with a code of ours; null when it is not a database error.</summary>
    public abstract Diagnostic? Explain(TenantContext tenant, Exception exception);
}
