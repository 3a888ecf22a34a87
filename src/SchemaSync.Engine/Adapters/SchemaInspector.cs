namespace SchemaSync.Engine.Adapters;

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
