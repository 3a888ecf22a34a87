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
        var (source, key, kept, server) = await LookUpAsync(tenant, target, cancellationToken).ConfigureAwait(false);
        // What this server version printed needs no scratch, nor the right to make one.
        if (ReferenceEquals(source, kept)) return source;
        if (kept is null)
        {
            kept = await normalizer.NormalizeAsync(tenant, SchemaTarget.Of(source), await KnownAsync(server, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (store is not null) await SaveAsync(store, key, server, source, kept, cancellationToken).ConfigureAwait(false);
        }

        return new() { Form = kept.Form, Objects = kept.Objects, Synonyms = kept.Synonyms, Intents = source.Intents, Origin = key };
    }

    // What was declared last says under which key it is what the server made of it.
    private async Task<KnownForm?> KnownAsync(string server, CancellationToken cancellationToken)
    {
        if (store is null || await store.FindAsync(Fingerprint.OfLast(server), cancellationToken).ConfigureAwait(false) is not { } declared) return null;
        return await store.FindAsync(Fingerprint.OfNormalForm(declared, server, toolVersion), cancellationToken).ConfigureAwait(false) is { } settled ? new(declared, settled) : null;
    }

    private static async Task SaveAsync(SnapshotStore kept, Fingerprint key, string server, Snapshot declared, Snapshot settled, CancellationToken cancellationToken)
    {
        await kept.SaveAsync(key, settled, cancellationToken).ConfigureAwait(false);
        await kept.SaveAsync(Fingerprint.OfLast(server), declared, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(Snapshot Source, Fingerprint Key, Snapshot? Kept, string Server)> LookUpAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        // What the shared schemas of the target are set to may be a part of what their objects become.
        var session = await adapter.OpenAsync(tenant.With(target), SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var dialect = session.Dialect;
            var source = target.In(dialect);
            if (source.Form == dialect.ServerForm) return (source, default, source, "");
            var server = $"{dialect.ServerForm} {dialect.ServerVersion}";
            var key = Fingerprint.OfNormalForm(source, server, toolVersion);
            var kept = store is null ? null : await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            return (source, key, kept ?? await new LedgerReader(adapter, tenant, session).NormalFormAsync(key, cancellationToken).ConfigureAwait(false), server);
        }
    }
}
