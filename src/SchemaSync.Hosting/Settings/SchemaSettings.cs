namespace SchemaSync.Hosting.Settings;

/// <summary>Options that were found to be whole.</summary>
/// <param name="Target">What the databases are to be.</param>
/// <param name="Provider">The database system of the tenants that the options name.</param>
/// <param name="Execution">How a plan is run.</param>
/// <param name="Options">The rest, as it was given.</param>
internal sealed record SchemaSettings(SchemaTarget Target, string Provider, ExecutionOptions Execution, SchemaSyncOptions Options)
{
    /// <summary>How to reach the database, or each of many; null where the application lists its tenants itself.</summary>
    public string? ConnectionString { get; init; }
}
