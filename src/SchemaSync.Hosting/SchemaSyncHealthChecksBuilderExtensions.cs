using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the state of the schema into an application's health.</summary>
public static class SchemaSyncHealthChecksBuilderExtensions
{
    /// <summary>Healthy where the database is as declared; one that differs, or of which that cannot be told, is not. Whoever asks within
    /// <see cref="SchemaSyncOptions.HealthInterval"/> gets the last answer.</summary>
    /// <param name="builder">The application's checks.</param>
    /// <param name="name">What the check is called.</param>
    /// <param name="failureStatus">What a database that differs amounts to; unhealthy where nobody says.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="mayBeBehind">The share of tenants, 0 to 1, that may be behind with the application degraded and no worse: a roll-out
    /// goes from tenant to tenant.</param>
    public static IHealthChecksBuilder AddSchemaSync(this IHealthChecksBuilder builder, string name = "schemasync",
        HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null, double mayBeBehind = 0)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfNegative(mayBeBehind);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mayBeBehind, 1);
        builder.Services.TryAddSingleton<LastHealth>();
        return builder.Add(new(name, s => new SchemaHealthCheck(s.GetRequiredService<ISchemaSync>(), s.GetRequiredService<LastHealth>(),
            s.GetRequiredService<IOptions<SchemaSyncOptions>>().Value.HealthInterval, mayBeBehind), failureStatus, tags, timeout));
    }
}
