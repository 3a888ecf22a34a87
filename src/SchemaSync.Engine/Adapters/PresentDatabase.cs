namespace SchemaSync.Engine;

/// <summary>A database that has to be there: whoever asks what is in it, or whether one of many is as declared, must not read a mistyped name as an empty schema.</summary>
internal static class PresentDatabase
{
    /// <summary>Opens it to read.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: there is no such file. SSY0239: there is no such schema. What <see cref="DatabaseAdapter.OpenAsync"/> throws.</exception>
    public static async Task<DatabaseSession> OpenAsync(DatabaseAdapter adapter, TenantContext tenant, CancellationToken cancellationToken)
    {
        if (adapter.Missing(tenant) is { } reason) throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, adapter.DisplayName(tenant), reason);
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await session.Inspector.SchemasAsync(cancellationToken).ConfigureAwait(false) is { Exists: false } schemas)
                throw new SchemaSyncException(InspectionDiagnostics.UnknownSchema, adapter.DisplayName(tenant), schemas.Managed, schemas.Others.IsEmpty ? "none" : string.Join(", ", schemas.Others));
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
