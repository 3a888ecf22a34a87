using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SchemaSync.Hosting.Running;

/// <summary>The engine with the settings of an application; every operation is logged, traced and measured here and nowhere else.</summary>
internal sealed class SchemaSyncService(
    SchemaSyncEngine engine, Lazy<SchemaSettings> settings, IServiceScopeFactory scopes, ILoggerFactory? loggers = null) : ISchemaSync
{
    private const string Validates = "validate", Syncs = "sync";

    private readonly ILogger _log = (loggers ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    /// <inheritdoc/>
    public SchemaTarget Target => settings.Value.Target;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Tenant>> ListTenantsAsync(CancellationToken cancellationToken = default)
    {
        // A directory that asks a DbContext lives as long as its answer.
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var directory = scope.ServiceProvider.GetRequiredService<ITenantDirectory>();
            var tenants = await directory.ListAsync(cancellationToken).ConfigureAwait(false);
            return tenants.GroupBy(t => t.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice
                ? throw new SchemaSyncException(TenancyDiagnostics.TwiceNamed, twice.Key) : tenants;
        }
    }

    /// <inheritdoc/>
    public Task<Validation> ValidateTenantAsync(TenantContext tenant, CancellationToken cancellationToken = default) =>
        OnTenantAsync(Validates, tenant, async telemetry =>
        {
            var found = await engine.ValidateAsync(tenant, Target, cancellationToken).ConfigureAwait(false);
            telemetry.Found(found.IsEqual ? "equal" : "differs", found.Diagnostics.Count);
            if (found.IsEqual) Log.Equal(_log, NameOf(tenant));
            else Log.Differs(_log, NameOf(tenant), found.Diagnostics.Count);
            foreach (var finding in found.Diagnostics.Take(Findings.Most)) Log.Finding(_log, finding.Entry.Code, finding.Message);
            return found;
        });

    /// <inheritdoc/>
    public Task<ExecutionReport> SyncTenantAsync(TenantContext tenant, bool execute = true,
        CancellationToken cancellationToken = default) => OnTenantAsync(Syncs, tenant, async telemetry =>
        {
            var report = await engine.SyncTenantAsync(tenant, Target, execute, Execution, cancellationToken).ConfigureAwait(false);
            telemetry.Found(report.Outcome switch { Outcome.NothingToDo => "equal", Outcome.Planned => "differs", _ => "done" });
            switch (report.Outcome)
            {
                case Outcome.NothingToDo: Log.Equal(_log, NameOf(tenant)); break;
                case Outcome.Planned: Log.Planned(_log, NameOf(tenant)); break;
                default: Log.Applied(_log, NameOf(tenant), report.Plan.Steps.Select(s => s.Serves).Distinct().Count()); break;
            }

            return report;
        });

    /// <inheritdoc/>
    public Task<FleetReport> ValidateFleetAsync(CancellationToken cancellationToken = default) => OnFleetAsync(Validates,
        // Whoever only looks has no canary, and one tenant that cannot be read hides no other.
        (tenants, options) => new TenantFleet(engine).ValidateAsync(tenants, Target, options with { Canaries = 0, StopAfter = 0 },
            cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<FleetReport> SyncFleetAsync(bool execute = true, CancellationToken cancellationToken = default) => OnFleetAsync(Syncs,
        (tenants, options) => new TenantFleet(engine).SyncAsync(tenants, Target, execute, Execution, options, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public async Task EnsureEqualAsync(StartAction action = StartAction.Fail, CancellationToken cancellationToken = default)
    {
        if (action == StartAction.None) return;
        try
        {
            await new EqualityCheck(this).RunAsync(action == StartAction.Apply, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (action == StartAction.Warn)
        {
            var reason = e.Diagnostics[0].Entry == LibraryDiagnostics.NotStarted ? e.Diagnostics[0].Arguments[0] : e.Diagnostics[0].Message;
            var warning = Diagnostic.Of(LibraryDiagnostics.StartedAnyway, reason, EqualityCheck.Cure);
            Log.StartedAnyway(_log, warning.Entry.Code, warning.Message);
        }
    }

    private ExecutionOptions Execution => settings.Value.Execution with { Progress = new Told<ExecutionProgress>(p =>
        Log.Step(_log, p.Tenant, p.Done, p.Total, p.Serves)) };

    private async Task<T> OnTenantAsync<T>(string operation, TenantContext tenant, Func<Telemetry, Task<T>> work)
    {
        try
        {
            return await Telemetry.OnTenantAsync(operation, tenant, work).ConfigureAwait(false);
        }
        catch (SchemaSyncException e)
        {
            foreach (var finding in e.Diagnostics.Take(Findings.Most))
                Log.Failed(_log, operation, tenant.Id, finding.Entry.Code, finding.Message);
            throw;
        }
    }

    private async Task<FleetReport> OnFleetAsync(string operation,
        Func<ITenantDirectory, FleetOptions, Task<FleetReport>> work, CancellationToken cancellationToken)
    {
        var directory = new KnownTenants(this);
        var options = settings.Value.Options.Fleet;
        return await Telemetry.OnFleetAsync(operation, settings.Value.Provider, async telemetry =>
        {
            var report = await work(directory, options with { Progress = new Told<FleetProgress>(p =>
            {
                telemetry.Ended(p.Last, directory[p.Last.Tenant]);
                if (p.Last.State == TenantState.Failed && p.Last.Diagnostics is [var first, ..])
                    Log.Failed(_log, operation, p.Last.Tenant, first.Entry.Code, first.Message);
                options.Progress?.Report(p);
            }) }).ConfigureAwait(false);
            telemetry.Found(report);
            Log.Fleet(_log, operation, report.Tenants.Count, report.Count(TenantState.Equal) + report.Count(TenantState.Done),
                report.Count(TenantState.Differs), report.Count(TenantState.Failed));
            return report;
        }).ConfigureAwait(false);
    }

    /// <summary>The directory of the application, which is asked again while a run is under way.</summary>
    private sealed class KnownTenants(SchemaSyncService service) : ITenantDirectory
    {
        private readonly ConcurrentDictionary<string, TenantContext> _known = new(StringComparer.Ordinal);

        public TenantContext this[string id] => _known[id];

        public async Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken)
        {
            var tenants = await service.ListTenantsAsync(cancellationToken).ConfigureAwait(false);
            foreach (var tenant in tenants) _known[tenant.Id] = tenant.Context;
            return tenants;
        }
    }

    private string NameOf(TenantContext tenant) => engine.DisplayName(tenant);

    /// <summary>Tells at once: <see cref="Progress{T}"/> would tell later, on another thread.</summary>
    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
