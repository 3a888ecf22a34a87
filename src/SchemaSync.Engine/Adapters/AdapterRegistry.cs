namespace SchemaSync.Engine.Adapters;

/// <summary>Finds the adapter of a provider by its name.</summary>
public sealed class AdapterRegistry
{
    private readonly IReadOnlyList<DatabaseAdapter> _adapters;

    /// <summary>A registry of these adapters. Whatever they wait for, the engine does not wait without an end.</summary>
    public AdapterRegistry(params IReadOnlyList<DatabaseAdapter> adapters) : this(new Patience(), adapters)
    {
    }

    internal AdapterRegistry(Patience patience, params IReadOnlyList<DatabaseAdapter> adapters) =>
        _adapters = [.. adapters.Select(a => new WatchedAdapter(a, patience))];

    /// <summary>All of them, in the order they were given in.</summary>
    public IReadOnlyList<DatabaseAdapter> All => _adapters;

    /// <summary>The adapter of a provider, in any case of its name.</summary>
    /// <exception cref="SchemaSyncException">SSY0201: no such provider.</exception>
    public DatabaseAdapter For(string provider) =>
        _adapters.FirstOrDefault(a => string.Equals(a.Provider, provider, StringComparison.OrdinalIgnoreCase))
        ?? throw new SchemaSyncException(InspectionDiagnostics.UnknownProvider, provider,
            string.Join(", ", _adapters.Select(a => a.Provider)));
}
