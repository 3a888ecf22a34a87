namespace SchemaSync.Engine.Adapters;

/// <summary>A database that has to be there: whoever asks what is in it, or whether one of many is
/// as declared, must not read a mistyped name as an empty schema.</summary>
internal static class PresentDatabase
{
    /// <summary>Opens it to read.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: there is no such file. SSY0239: there is no such
    /// schema. What <see cref="DatabaseAdapter.OpenAsync"/> throws.</exception>
    public static async Task<DatabaseSession> OpenAsync(DatabaseAdapter adapter, TenantContext tenant, CancellationToken cancellationToken)
    {
        if (adapter.Missing(tenant) is { } reason)
            throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, adapter.DisplayName(tenant), reason);
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await session.Inspector.SchemasAsync(cancellationToken).ConfigureAwait(false) is { Exists: false } schemas)
                throw new SchemaSyncException(InspectionDiagnostics.UnknownSchema, adapter.DisplayName(tenant), schemas.Managed,
                    await NamesAsync(adapter, tenant, cancellationToken).ConfigureAwait(false));
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // All there are, also those that further names or patterns would have had looked at.
    private static async Task<string> NamesAsync(DatabaseAdapter adapter, TenantContext tenant, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant with { Schemas = [] }, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await session.Inspector.SchemasAsync(cancellationToken).ConfigureAwait(false) is { Others: { IsEmpty: false } others }
                ? string.Join(", ", others)
                : "none";
    }
}
