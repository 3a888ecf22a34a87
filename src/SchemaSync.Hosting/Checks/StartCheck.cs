using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SchemaSync.Hosting.Checks;

/// <summary>Runs before any hosted service starts, the web server included: nothing is served on a schema that was not looked at.</summary>
internal sealed class StartCheck(ISchemaSync sync, IOptions<SchemaSyncOptions> options) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => sync.EnsureEqualAsync(options.Value.OnStart, cancellationToken);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
