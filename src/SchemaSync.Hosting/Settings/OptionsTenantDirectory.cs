using System.Runtime.CompilerServices;

namespace SchemaSync.Hosting.Settings;

/// <summary>The tenants that options name: one database, or those of a pattern or a list.</summary>
internal sealed class OptionsTenantDirectory(Lazy<SchemaSettings> settings) : ITenantDirectory
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TenantContext> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (provider, options, connection) = (settings.Value.Provider, settings.Value.Options, settings.Value.ConnectionString);
        IReadOnlyList<TenantContext> tenants = options.Tenants switch
        {
            null => [new("the database", provider, connection!)],
            ['@', .. var list] => await TenantDirectory.FromFileAsync(provider, list, connection ?? "", cancellationToken)
                .ConfigureAwait(false),
            var pattern => TenantDirectory.FromPattern(provider, pattern, connection),
        };
        foreach (var tenant in tenants) yield return options.Schema is null ? tenant : tenant with { Schema = options.Schema };
    }
}
