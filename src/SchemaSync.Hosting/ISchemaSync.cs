namespace SchemaSync.Hosting;

/// <summary>What an application can ask and do. An application with one database has one tenant.</summary>
public interface ISchemaSync
{
    /// <summary>The declaration.</summary>
    /// <exception cref="SchemaSyncException">SSY0621, SSY0622: an option cannot be used.</exception>
    SchemaTarget Target { get; }

    /// <summary>The tenants there are.</summary>
    /// <exception cref="SchemaSyncException">SSY06xx: they cannot be listed.</exception>
    Task<IReadOnlyList<Tenant>> ListTenantsAsync(CancellationToken cancellationToken = default);

    /// <summary>Compares one tenant with the declaration; read-only.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx, SSY03xx: the two cannot be compared. A difference is no exception.</exception>
    Task<Validation> ValidateTenantAsync(TenantContext tenant, CancellationToken cancellationToken = default);

    /// <summary>Brings one tenant to the declaration; without <paramref name="execute"/>, says how.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx to SSY05xx: no plan is possible, or it was refused or failed.</exception>
    Task<ExecutionReport> SyncTenantAsync(TenantContext tenant, bool execute = true, CancellationToken cancellationToken = default);

    /// <summary>Compares every tenant with the declaration; read-only.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the declaration is refused. What fails on one tenant is in its result.</exception>
    Task<FleetReport> ValidateFleetAsync(CancellationToken cancellationToken = default);

    /// <summary>Brings every tenant to the declaration; without <paramref name="execute"/>, says which differ.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the declaration is refused. What fails on one tenant is in its result.</exception>
    Task<FleetReport> SyncFleetAsync(bool execute = true, CancellationToken cancellationToken = default);

    /// <summary>What the start-up check does.</summary>
    /// <exception cref="SchemaSyncException">SSY0623: a database is not as declared. SSY02xx to SSY05xx: that cannot be told, or
    /// not be changed.</exception>
    Task EnsureEqualAsync(StartAction action = StartAction.Fail, CancellationToken cancellationToken = default);
}
