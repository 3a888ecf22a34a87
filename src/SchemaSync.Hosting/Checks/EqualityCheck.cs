namespace SchemaSync.Hosting.Checks;

/// <summary>Looks whether everything is as declared, after bringing it there where that is asked for.</summary>
internal sealed class EqualityCheck(ISchemaSync sync)
{
    /// <summary>What to do about a difference.</summary>
    public const string Cure = "publish the change, or let the application bring it with OnStart Apply";

    private const int Named = 3;

    /// <summary>Returns when everything is equal.</summary>
    /// <exception cref="SchemaSyncException">SSY0623: it is not. SSY02xx to SSY05xx: that cannot be told, or not be changed.</exception>
    public async Task RunAsync(bool apply, CancellationToken cancellationToken)
    {
        var tenants = await sync.ListTenantsAsync(cancellationToken).ConfigureAwait(false);
        if (tenants is [var only]) await OneAsync(only.Context, apply, cancellationToken).ConfigureAwait(false);
        else await AllAsync(apply, cancellationToken).ConfigureAwait(false);
    }

    private async Task OneAsync(TenantContext tenant, bool apply, CancellationToken cancellationToken)
    {
        if (apply)
        {
            await sync.SyncTenantAsync(tenant, execute: true, cancellationToken).ConfigureAwait(false);
            return;
        }

        var found = await sync.ValidateTenantAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (found.IsEqual) return;
        var places = found.Diagnostics.Count == 1 ? "one place" : $"{found.Diagnostics.Count} places";
        throw Refusal($"{tenant.Id} differs from the declaration in {places}", found.Diagnostics);
    }

    private async Task AllAsync(bool apply, CancellationToken cancellationToken)
    {
        var report = apply ? await sync.SyncFleetAsync(execute: true, cancellationToken).ConfigureAwait(false)
            : await sync.ValidateFleetAsync(cancellationToken).ConfigureAwait(false);
        var wrong = report.Tenants.Where(t => t.State is not (TenantState.Equal or TenantState.Done)).ToList();
        if (wrong.Count == 0) return;
        var named = string.Join(", ", wrong.Take(Named).Select(t => t.Tenant)) + (wrong.Count > Named ? ", …" : "");
        throw Refusal($"{wrong.Count} of {report.Tenants.Count} tenants are not as declared ({named})",
            wrong.SelectMany(t => t.Diagnostics));
    }

    private static SchemaSyncException Refusal(string reason, IEnumerable<Diagnostic> findings) =>
        new([Diagnostic.Of(LibraryDiagnostics.NotStarted, reason, Cure), .. findings.Take(Findings.Most)]);
}
