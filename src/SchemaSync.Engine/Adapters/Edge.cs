namespace SchemaSync.Engine.Adapters;

/// <summary>The engine's edge: what a driver throws leaves as a diagnostic with a code.</summary>
internal static class Edge
{
    /// <summary>The same for an operation that has a target: what is wrong with a declaration is told where it stands.</summary>
    public static async Task<T> RunAsync<T>(DatabaseAdapter adapter, TenantContext tenant, SchemaTarget target, Func<Task<T>> operation)
    {
        try
        {
            return await RunAsync(adapter, tenant, operation).ConfigureAwait(false);
        }
        catch (SchemaSyncException e)
            when (target.Locations.Count > 0 && e.Diagnostics.Any(d => d is { Subject: not null, Location: null }))
        {
            throw new SchemaSyncException(new DeclaredPlaces(target.Locations).Locate(e.Diagnostics), e) { State = e.State };
        }
    }

    /// <summary>Runs an operation; a database error becomes a <see cref="SchemaSyncException"/> with the driver's inside.</summary>
    public static async Task<T> RunAsync<T>(DatabaseAdapter adapter, TenantContext tenant, Func<Task<T>> operation)
    {
        var lacks = tenant.Role is not null && !adapter.TakesRoles ? "a role"
            : tenant.Ledger == LedgerPlace.Shared && !adapter.SharesLedgers ? "a shared ledger" : null;
        if (lacks is not null) throw new SchemaSyncException(TenancyDiagnostics.NoSuchPlace, tenant.Id, lacks, adapter.Provider);
        try
        {
            return await operation().ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is not (SchemaSyncException or OperationCanceledException) && adapter.Explain(tenant, e) is { } diagnostic)
        {
            throw new SchemaSyncException([diagnostic], e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            // A key that is none, a file that went away meanwhile: it is the connection that needs it, and nothing of ours that is written.
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.CannotOpen, adapter.DisplayName(tenant),
                $"a file that the connection needs cannot be used ({e.Message.Split('\n')[0].TrimEnd('.')})")], e);
        }
    }
}
