namespace SchemaSync.MySql;

/// <summary>MariaDB: a tenant is a database of a server.</summary>
public sealed class MariaDbAdapter : MySqlFamilyAdapter
{
    /// <inheritdoc/>
    public override string Provider => ProviderNames.MariaDb;

    /// <inheritdoc/>
    public override Dialect OfflineDialect { get; } = new MySqlDialect(MySqlCapabilities.OfflineMariaDb);
}
