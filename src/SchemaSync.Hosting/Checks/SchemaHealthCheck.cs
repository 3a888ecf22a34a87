using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SchemaSync.Hosting.Checks;

/// <summary>Healthy is what was looked at and found equal: a database that cannot be read is as bad as one that differs.</summary>
internal sealed class SchemaHealthCheck(ISchemaSync sync, LastHealth last, TimeSpan interval, double mayBeBehind) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return last.OfAsync(context.Registration.Name, interval, () => LookAsync(context.Registration.FailureStatus, cancellationToken),
            cancellationToken);
    }

    private async Task<HealthCheckResult> LookAsync(HealthStatus failed, CancellationToken cancellationToken)
    {
        try
        {
            var tenants = await sync.ListTenantsAsync(cancellationToken).ConfigureAwait(false);
            return tenants is [var only]
                ? Of(await sync.ValidateTenantAsync(only.Context, cancellationToken).ConfigureAwait(false), failed)
                : Of(await sync.ValidateFleetAsync(cancellationToken).ConfigureAwait(false), failed);
        }
        catch (SchemaSyncException e)
        {
            var data = new Dictionary<string, object> { ["code"] = e.Diagnostics[0].Entry.Code };
            return new(failed, $"could not tell: {e.Diagnostics[0]}", data: data);
        }
    }

    private static HealthCheckResult Of(Validation found, HealthStatus failed)
    {
        var data = new Dictionary<string, object> { ["differences"] = found.Diagnostics.Count };
        return found.IsEqual ? HealthCheckResult.Healthy("as declared", data)
            : new(failed, $"differs from the declaration: {found.Diagnostics[0]}", data: data);
    }

    private HealthCheckResult Of(FleetReport report, HealthStatus failed)
    {
        var (all, behind) = (report.Tenants.Count, report.Count(TenantState.Differs));
        var unknown = report.Count(TenantState.Failed) + report.Count(TenantState.NotStarted);
        var share = all == 0 ? 0 : (double)behind / all;
        var data = new Dictionary<string, object> { ["tenants"] = all, ["behind"] = behind, ["unknown"] = unknown, ["share"] = share };
        var text = $"{behind} of {all} tenants are behind" + (unknown > 0 ? $", {unknown} could not be read" : "");
        if (unknown == 0 && behind == 0) return HealthCheckResult.Healthy(text, data);
        return new(unknown == 0 && share <= mayBeBehind ? HealthStatus.Degraded : failed, text, data: data);
    }
}
