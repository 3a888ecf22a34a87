namespace SchemaSync.Cli;

/// <summary>Turns what the user typed into the tenants there are.</summary>
internal static class TenantSources
{
    private const string Sources = "give a pattern such as 'tenants/*.db' or 'tenant_*', @FILE with one name on each line, "
        + "or --tenants-query";

    /// <summary>Whether a run is about many tenants.</summary>
    public static bool AreNamed(Invocation run) => run.Has(Options.Tenants) || run.Has(Options.TenantsQuery);

    /// <summary>The directory of the tenants that <c>--tenants</c> or <c>--tenants-query</c> names.</summary>
    /// <exception cref="SchemaSyncException">SSY0901, SSY0902: none is named, or both are. SSY0903: no connection is given.</exception>
    public static ITenantDirectory Of(Invocation run)
    {
        if (run.Get(Options.TenantsQuery) is { Length: > 0 } query)
        {
            const string Both = "--tenants and --tenants-query both say which tenants there are";
            return !run.Has(Options.Tenants) ? Query(run, query) : throw new SchemaSyncException([Invocation.Usage(Both, run.Verb)]);
        }

        var source = run.Require(Options.Tenants, Sources);
        if (source is not ['@', .. var file])
            return IsOfFiles(run) ? new TenantFiles(source, Template(run)) : new ServerTenants(source, Template(run));
        return file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) ? Query(run, source) : TenantList.OfFile(file, Template(run));
    }

    /// <summary>The tenant of a name: of those that are listed, or where the connection string, or <c>--schema</c>, has the name.</summary>
    /// <exception cref="SchemaSyncException">SSY0601: it is not listed. SSY0602: the name leads nowhere.</exception>
    public static async Task<TenantContext> OneAsync(Invocation run, string name, CancellationToken cancellationToken)
    {
        var listed = AreNamed(run) ? Of(run) : TenantList.OfNames([name], Template(run));
        return (await listed.ListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(t => t.Id == name)?.Context
            ?? throw new SchemaSyncException(TenancyDiagnostics.NoTenants, listed.Name, $"it does not list {name}");
    }

    private static bool IsOfFiles(Invocation run) => run.Adapters.For(run.Sources.Provider).FileConnection is not null;

    // With --schema '{tenant}' the tenants are schemas of one database.
    private static TenantTemplate Template(Invocation run)
    {
        var any = run.Sources.InSchemas(new("the tenants", run.Sources.Provider, run.Sources.TenantConnection));
        return new(run.Adapters.For(any.Provider), any.ConnectionString)
        {
            Schema = any.Schema,
            Schemas = any.Schemas,
            Ledger = any.Ledger,
            Role = any.Role,
        };
    }

    private static TenantQuery Query(Invocation run, string sql)
    {
        var template = Template(run);
        var variable = run.Get(Options.TenantsConnectionVariable);
        var connection = run.Get(Options.TenantsConnection) is { Length: > 0 } text ? text
            : variable is not { Length: > 0 } ? template.ConnectionString
            : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value
            : throw new SchemaSyncException(BuildDiagnostics.ConnectionUnknown, variable);
        run.Terminal.Secrets.Learn(connection);
        var adapter = run.Get(Options.TenantsProvider) is { Length: > 0 } provider ? run.Adapters.For(provider) : template.Adapter;
        return new(new("the tenants' catalogue", adapter.Provider, connection), adapter, sql, template);
    }
}
