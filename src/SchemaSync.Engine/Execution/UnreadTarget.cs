namespace SchemaSync.Engine.Execution;

/// <summary>
/// A target known by its bytes. While a database has not moved since it was found equal to these bytes, not even they are read: what a
/// target of ten thousand tables costs is reading it.
/// </summary>
internal sealed class UnreadTarget(SnapshotStore store, DatabaseAdapter adapter, TenantContext tenant, string toolVersion)
{
    private const string Others = "others";

    /// <summary>What was left alone when the database was found equal, with the tenant in all schemas that were compared; null when it
    /// was not, or has moved since.</summary>
    public async Task<(TenantContext Tenant, EquatableArray<ObjectId> Unmanaged)?> FindAsync(
        Fingerprint content, CancellationToken cancellationToken)
    {
        if (await store.FindStampAsync(KeyOf(content), cancellationToken).ConfigureAwait(false) is not { } kept) return null;
        if (kept.Split('\n') is not [{ Length: 64 } equality, var needs, .. var schemas]) return null;
        var whole = tenant with { Schemas = [.. schemas] };
        var known = new KnownEqual(store, new(equality), needs == Others);
        var session = await adapter.OpenAsync(whole, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var stamp = await known.StampAsync(session.Inspector, cancellationToken).ConfigureAwait(false);
            if (stamp is null || await known.FindAsync(stamp, cancellationToken).ConfigureAwait(false) is not { } unmanaged) return null;
            return (whole, unmanaged);
        }
    }

    /// <summary>Remembers what the bytes say.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="known">The target that was read from them.</param>
    /// <param name="whole">The tenant in all schemas that were compared.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SaveAsync(Fingerprint content, KnownEqual known, TenantContext whole, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', [known.Key.Value, known.NeedsOthers ? Others : "", .. whole.Schemas]);
        if (await store.FindStampAsync(KeyOf(content), cancellationToken).ConfigureAwait(false) != text)
            await store.SaveStampAsync(KeyOf(content), text, cancellationToken).ConfigureAwait(false);
    }

    private Fingerprint KeyOf(Fingerprint content) => Fingerprint.OfText(string.Join('\n',
        [content.Value, tenant.Provider, adapter.DisplayName(tenant), tenant.Schema ?? "", toolVersion, .. tenant.Schemas]));
}
