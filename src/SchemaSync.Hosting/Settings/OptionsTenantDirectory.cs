namespace SchemaSync.Hosting.Settings;

/// <summary>The tenants that options name: one database, or those of a pattern or a list.</summary>
internal sealed class OptionsTenantDirectory(Lazy<SchemaSettings> settings, AdapterRegistry adapters) : ITenantDirectory
{
    /// <inheritdoc/>
    public string Name => settings.Value.Options.Tenants ?? "the options";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken)
    {
        var (provider, options, connection) = (settings.Value.Provider, settings.Value.Options, settings.Value.ConnectionString);
        if (options.Tenants is not { } source)
            return Task.FromResult<IReadOnlyList<Tenant>>([new(new("the database", provider, connection!, options.Schema)
            {
                Ledger = options.Ledger,
                Role = options.Role,
            })]);
        var adapter = adapters.For(provider);
        var template = new TenantTemplate(adapter, connection ?? adapter.FileConnection ?? "") 
        {
            Schema = options.Schema,
            Ledger = options.Ledger,
            Role = options.Role,
        };
        ITenantDirectory directory = source is ['@', .. var file] ? TenantList.OfFile(file, template)
            : adapter.FileConnection is null ? new ServerTenants(source, template)
            : new TenantFiles(source, template);
        return directory.ListAsync(cancellationToken);
    }
}
