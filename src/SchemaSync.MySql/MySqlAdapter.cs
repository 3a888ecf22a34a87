namespace SchemaSync.MySql;

/// <summary>MySQL: a tenant is a database of a server.</summary>
public sealed class MySqlAdapter : MySqlFamilyAdapter
{
    /// <inheritdoc/>
    public override string Provider => ProviderNames.MySql;

    /// <inheritdoc/>
    public override Dialect OfflineDialect { get; } = new MySqlDialect(MySqlCapabilities.OfflineMySql);
}
