namespace SchemaSync.Engine.Execution;

/// <summary>
/// Targets in the server's own words. Building one on scratch costs time, and rights that a role which only validates
/// lacks: so what a declaration became is kept, in the ledger by a run, beside the build output by everyone.
/// </summary>
/// <param name="adapter">The provider.</param>
/// <param name="store">Where they are kept between runs; null keeps none.</param>
/// <param name="toolVersion">A part of the key: another version may lower a declaration to something else.</param>
internal sealed class NormalForms(DatabaseAdapter adapter, SnapshotStore? store, string toolVersion)
{
    /// <summary>The target in server form, for a tenant that can be reached.</summary>
    /// <exception cref="SchemaSyncException">SSY0202, SSY0204, SSY0207, SSY0210: what <see cref="ScratchNormalizer"/> throws.</exception>
    public async Task<Snapshot> OfAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        var normalizer = new ScratchNormalizer(adapter);
        if (!adapter.OfflineDialect.RewritesTexts) return await normalizer.NormalizeAsync(tenant, target, cancellationToken).ConfigureAwait(false);
        var (source, key, kept) = await LookUpAsync(tenant, target, cancellationToken).ConfigureAwait(false);
        // What this server version printed needs no scratch, nor the right to make one.
        if (ReferenceEquals(source, kept)) return source;
        if (kept is null)
        {
            kept = await normalizer.NormalizeAsync(tenant, SchemaTarget.Of(source), cancellationToken).ConfigureAwait(false);
            if (store is not null) await store.SaveAsync(key, kept, cancellationToken).ConfigureAwait(false);
        }

        return new() { Form = kept.Form, Objects = kept.Objects, Synonyms = kept.Synonyms, Intents = source.Intents, Origin = key };
    }

    private async Task<(Snapshot Source, Fingerprint Key, Snapshot? Kept)> LookUpAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        // What the shared schemas of the target are set to may be a part of what their objects become.
        var session = await adapter.OpenAsync(tenant.With(target), SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var dialect = session.Dialect;
            var source = target.In(dialect);
            if (source.Form == dialect.ServerForm) return (source, default, source);
            var key = Fingerprint.OfNormalForm(source, $"{dialect.ServerForm} {dialect.ServerVersion}", toolVersion);
            var kept = store is null ? null : await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            return (source, key, kept ?? await new LedgerReader(adapter, tenant, session).NormalFormAsync(key, cancellationToken).ConfigureAwait(false));
        }
    }
}
