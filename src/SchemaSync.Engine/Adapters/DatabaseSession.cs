namespace SchemaSync.Engine.Adapters;

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

    /// <summary>Looks for the ledger that tenants in this place share, or for theirs as if they were one; null where each has to be asked
    /// for its own.</summary>
    public virtual Task<SharedLedgers?> FindLedgersAsync(IReadOnlyList<Identifier> tenants, CancellationToken cancellationToken) =>
        Task.FromResult<SharedLedgers?>(null);

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
