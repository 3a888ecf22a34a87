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

    /// <summary>The tenant with everything that a snapshot of it holds where nobody names a schema.</summary>
    public virtual TenantContext Whole(TenantContext tenant) => tenant;

    /// <summary>Where a script for the tenant may run.</summary>
    public virtual Task<ScriptPlace> PlaceAsync(TenantContext tenant, DatabaseSession session, CancellationToken cancellationToken) =>
        Task.FromResult(new ScriptPlace(DisplayName(tenant)));

    /// <summary>The driver's exception as a diagnostic with a code of ours; null when it is not a database error.</summary>
    public abstract Diagnostic? Explain(TenantContext tenant, Exception exception);
}

/// <summary>One open connection with what can be done on it.</summary>
public abstract class DatabaseSession : IAsyncDisposable
{
    /// <summary>The dialect with the capabilities of the connected server.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Reads the catalogue.</summary>
    public abstract SchemaInspector Inspector { get; }

    /// <summary>Changes the schema.</summary>
    public abstract MigrationRunner Runner { get; }

    /// <summary>Where the ledger keeps its rows.</summary>
    public abstract System.Data.Common.DbConnection Connection { get; }

    /// <summary>The ledger's tables, as <see cref="FindLedgerAsync"/> found them last.</summary>
    public virtual LedgerTables Ledger => Dialect.Ledger;

    /// <summary>Looks where the tenant's ledger is, or would begin, and what is there.</summary>
    public virtual Task<FoundLedger> FindLedgerAsync(CancellationToken cancellationToken) =>
        FoundLedger.ReadAsync(Connection, Ledger, cancellationToken);

    /// <summary>Whether another connection can tell what became of this one (<see cref="PulseAsync"/>).</summary>
    public virtual bool IsRemote => false;

    /// <summary>Asks the server on another connection what this session, which does not
    /// answer, is doing. Throws when the server says nothing.</summary>
    public virtual Task<SessionPulse> PulseAsync(CancellationToken cancellationToken) => Task.FromResult(SessionPulse.Unknown);

    /// <summary>Something that is done on <see cref="Connection"/>; waited for like the calls of inspector and runner.</summary>
    public virtual Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        call(cancellationToken);

    /// <summary>From here on names in statements on <see cref="Connection"/> mean objects of the tenant, where they meant the server's
    /// own.</summary>
    public virtual Task EnterAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Reads a schema from a catalogue.</summary>
public abstract class SchemaInspector
{
    /// <summary>
    /// Reads every object of the managed schema, our own ledger tables left out, in server form. Never returns
    /// less than there is: an object it cannot keep is in <see cref="Snapshot.Unsupported"/>.
    /// </summary>
    public abstract Task<Snapshot> InspectAsync(CancellationToken cancellationToken);

    /// <summary>The same for a snapshot that is kept: with the order of indexes, which no
    /// comparison looks at, where reading it costs more.</summary>
    public virtual Task<Snapshot> InspectInOrderAsync(CancellationToken cancellationToken) => InspectAsync(cancellationToken);

    /// <summary>The schemas of the database, where it holds several; null where the database is the schema.</summary>
    public virtual Task<DatabaseSchemas?> SchemasAsync(CancellationToken cancellationToken) => Task.FromResult<DatabaseSchemas?>(null);

    /// <summary>
    /// A text that is another one after every change of the schema, and costs far less than to read it; null where the
    /// provider has none. It may change without cause, never stay without one.
    /// </summary>
    public virtual Task<string?> StampAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>The same with whatever objects of others the managed ones need, which are in
    /// no managed schema; null where that cannot be told.</summary>
    public virtual Task<string?> StampWithOthersAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>The same for the tenants of these names, which are where this one is, in one question; those that are not there are left
    /// out. Null where each has to be asked by itself.</summary>
    public virtual Task<IReadOnlyDictionary<Identifier, string>?> StampsAsync(IReadOnlyList<Identifier> names,
        CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<Identifier, string>?>(null);

    /// <summary>
    /// A text that stands for the whole schema: equal texts with one key mean equal snapshots. Null where the provider has none.
    /// </summary>
    public virtual Task<string?> DigestAsync(DigestKey key, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>The same for the tenants of these names, which are where this one is, in one question. Null where each has to be asked by
    /// itself.</summary>
    public virtual Task<TenantDigests?> DigestsAsync(IReadOnlyList<Identifier> names, DigestKey key,
        CancellationToken cancellationToken) => Task.FromResult<TenantDigests?>(null);

    /// <summary>Asks for what a plan needs of others: one finding (SSY0218, SSY0219)
    /// for each that is not there or may not be used.</summary>
    public virtual Task<IReadOnlyList<Diagnostic>> FindMissingAsync(IReadOnlyList<ExternalNeed> needs,
        CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Diagnostic>>([]);

    /// <summary>
    /// Has the server re-read every view and trigger, and throws (SSY0204) when one no longer fits its tables.
    /// </summary>
    public abstract Task CheckBodiesAsync(CancellationToken cancellationToken);

    /// <summary>What is broken already (SSY0204), as far as a session that only reads can tell;
    /// nothing where such things are found only while changing.</summary>
    public virtual Task<IReadOnlyList<Diagnostic>> FindFaultsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Diagnostic>>([]);

    /// <summary>Looks, before its first statement, whether a statement of the plan would
    /// call code of others that stands in the database.</summary>
    /// <exception cref="SchemaSyncException">SSY0222: one would.</exception>
    public virtual Task RefuseCodeOfOthersAsync(Plan plan, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Objects that are not ours and use what the statements of a plan drop or give another type, where the server refuses these for them
    /// (SSY0527).
    /// </summary>
    public virtual Task<IReadOnlyList<Diagnostic>> FindInTheWayAsync(Plan plan, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Diagnostic>>([]);

    /// <summary>The same as findings (SSY0204), so that what was broken before can be told from what a plan would break.</summary>
    public virtual async Task<IReadOnlyList<Diagnostic>> FindBrokenBodiesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CheckBodiesAsync(cancellationToken).ConfigureAwait(false);
            return [];
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == InspectionDiagnostics.BrokenBody))
        {
            return e.Diagnostics;
        }
    }
}

/// <summary>
/// Runs steps under the tenant's lock. Order: lock, begin, execute …, commit, (begin …), complete. Disposing without
/// <see cref="CompleteAsync"/> rolls back what can be and releases the lock; so does the end of the process.
/// </summary>
public abstract class MigrationRunner : IAsyncDisposable
{
    /// <summary>Waits for the lock that lets one run at a time change the tenant.</summary>
    /// <exception cref="SchemaSyncException">SSY0501: another run held it longer than the timeout.</exception>
    public abstract Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Begins a batch.</summary>
    public abstract Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken);

    /// <summary>Runs one step; an assertion that returns a row throws SSY0504 with the row.</summary>
    public abstract Task ExecuteAsync(Step step, CancellationToken cancellationToken);

    /// <summary>
    /// Runs steps of one transaction that follow each other, in as few messages as the driver can send; each as
    /// <see cref="ExecuteAsync"/> does.
    /// </summary>
    /// <param name="steps">Steps of which none changes what the next ones mean.</param>
    /// <param name="ended">Is told how many of them have ended, whenever that is known, and before a failure of the next one is thrown.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public virtual async Task ExecuteTogetherAsync(IReadOnlyList<Step> steps, Action<int> ended, CancellationToken cancellationToken)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            await ExecuteAsync(steps[i], cancellationToken).ConfigureAwait(false);
            ended(i + 1);
        }
    }

    /// <summary>What stands for the transaction that is open, another object for each; null where none is, and where nobody has to know
    /// one from the next.</summary>
    public virtual object? Transaction => null;

    /// <summary>Runs a part of a step on scratch and takes back what it did (<see cref="Step.Parts"/>).</summary>
    public virtual Task TryAsync(Step part, CancellationToken cancellationToken) => ExecuteAsync(part, cancellationToken);

    /// <summary>Is told after each batch how many rows a step has given their values so far (<see cref="Step.Fill"/>).</summary>
    public virtual Action<long>? Filled { get; set; }

    /// <summary>The steps that change large tables, each with how the program of
    /// <paramref name="change"/> does it; looked at before the first statement.</summary>
    /// <exception cref="SchemaSyncException">SSY0512: there is no such program for
    /// this provider, or a step that it must not do.</exception>
    public virtual Task<IReadOnlyDictionary<Step, HandedStep>> HandOverAsync(Plan plan, OnlineChange change,
        CancellationToken cancellationToken) =>
        throw new SchemaSyncException(ExecutionDiagnostics.OnlineChangeRefused, "a plan",
            $"there is no such program for {plan.Provider}; leave the option out");

    /// <summary>Whether a step failed only because the server does it another way than the step asserts; nothing was done.</summary>
    public virtual bool IsAnotherWayNeeded(Exception exception) => false;

    /// <summary>Whether a statement failed because its call may mean several routines.</summary>
    public virtual bool IsAmbiguousCall(Exception exception) => false;

    /// <summary>Rows of a query as text, at most <paramref name="limit"/>: data checks and their samples.</summary>
    public abstract Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken);

    /// <summary>Ends a batch.</summary>
    public abstract Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>Whether a commit is durable only with <see cref="CompleteAsync"/>: the transaction is the lock as well.</summary>
    public virtual bool HoldsUntilComplete => false;

    /// <summary>Makes everything durable and releases the lock.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
