namespace SchemaSync.Engine;

/// <summary>Finds the adapter of a provider by its name.</summary>
public sealed class AdapterRegistry(params IReadOnlyList<DatabaseAdapter> adapters)
{
    /// <summary>The adapter of a provider, in any case of its name.</summary>
    /// <exception cref="SchemaSyncException">SSY0201: no such provider.</exception>
    public DatabaseAdapter For(string provider) =>
        adapters.FirstOrDefault(a => string.Equals(a.Provider, provider, StringComparison.OrdinalIgnoreCase))
        ?? throw new SchemaSyncException(InspectionDiagnostics.UnknownProvider, provider, string.Join(", ", adapters.Select(a => a.Provider)));
}
