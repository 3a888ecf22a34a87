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
    // Kept under the key of a declaration that cannot be built without what others have in the same schema.
    private const string LeansOnOthers = "leans on others";

    private readonly ScratchNormalizer _normalizer = new(adapter);

    /// <summary>The target in server form, for a tenant that can be reached.</summary>
    /// <exception cref="SchemaSyncException">SSY0202, SSY0204, SSY0207, SSY0210: what <see cref="ScratchNormalizer"/> throws.</exception>
    public async Task<Snapshot> OfAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        if (!Keeps) return await OfTextsAsync(tenant, target, cancellationToken).ConfigureAwait(false);
        var (source, server) = await DeclaredAsync(tenant, target, cancellationToken).ConfigureAwait(false);
        // What this server version printed needs no scratch, nor the right to make one.
        if (server is null) return source;
        var key = Fingerprint.OfNormalForm(source, server, toolVersion);
        if (await FindAsync(tenant, key, cancellationToken).ConfigureAwait(false) is { } kept) return Form(kept, source, key);
        try
        {
            if (!await LeansAsync(key, cancellationToken).ConfigureAwait(false))
                return await AloneAsync(tenant, source, server, key, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (IsRefusal(e))
        {
            // It may name what nobody declares and is there all the same: the first contact of who declares one table of many.
            var beside = await BesideAsync(tenant, source, server, key, cancellationToken).ConfigureAwait(false);
            return beside ?? throw new SchemaSyncException(e.Diagnostics, e);
        }

        // What it leaned on may be gone by now; then the server says what it lacks.
        return await BesideAsync(tenant, source, server, key, cancellationToken).ConfigureAwait(false)
            ?? await AloneAsync(tenant, source, server, key, cancellationToken).ConfigureAwait(false);
    }

    private bool Keeps => adapter.OfflineDialect.RewritesTexts;

    private static bool IsRefusal(SchemaSyncException refusal) =>
        refusal.Diagnostics.Any(d => d.Entry == InspectionDiagnostics.RefusedByServer || d.Entry == InspectionDiagnostics.BrokenBody);

    /// <summary>The same where texts stay as they were written: scratch costs nothing there, and nothing is kept.</summary>
    private async Task<Snapshot> OfTextsAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await _normalizer.NormalizeAsync(tenant, target, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (IsRefusal(e))
        {
            var source = target.In(adapter.OfflineDialect);
            source = new() { Form = source.Form with { IsServer = false }, Objects = source.Objects, Intents = source.Intents };
            var beside = await BesideAsync(tenant, source, "", default, cancellationToken).ConfigureAwait(false);
            return beside ?? throw new SchemaSyncException(e.Diagnostics, e);
        }
    }

    private Snapshot Form(Snapshot made, Snapshot source, Fingerprint key) => new()
    {
        Form = made.Form, Objects = made.Objects, Synonyms = made.Synonyms, Origin = Keeps ? key : null,
        Intents = source.Intents.Select(i => Settled(i, made)).ToEquatableArray(),
    };

    // A server may print the types of arguments otherwise, and with them which routine it is.
    private static Intent Settled(Intent intent, Snapshot made)
    {
        if (!intent.Subject.Kind.HasSignature || made.Objects.Any(o => ObjectId.Of(o) == intent.Subject)) return intent;
        var named = made.Objects.Select(ObjectId.Of)
            .Where(id => id.Kind == intent.Subject.Kind && id.QualifiedName == intent.Subject.QualifiedName).ToList();
        return named is [var only] ? intent with { Subject = only } : intent;
    }

    private async Task<Snapshot> AloneAsync(
        TenantContext tenant, Snapshot source, string server, Fingerprint key, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(server, cancellationToken).ConfigureAwait(false);
        var made = await _normalizer.NormalizeAsync(tenant, SchemaTarget.Of(source), known, cancellationToken).ConfigureAwait(false);
        if (store is not null)
        {
            await store.SaveAsync(key, made, cancellationToken).ConfigureAwait(false);
            await store.SaveAsync(Fingerprint.OfLast(server), source, cancellationToken).ConfigureAwait(false);
        }

        return Form(made, source, key);
    }

    /// <summary>
    /// The same with what the declaration leans on of others, as that is now; null where it leans on nothing that is there and can
    /// be built.
    /// </summary>
    private async Task<Snapshot?> BesideAsync(
        TenantContext tenant, Snapshot source, string server, Fingerprint key, CancellationToken cancellationToken)
    {
        var others = await NeighboursAsync(tenant, source, cancellationToken).ConfigureAwait(false);
        // What others have may change: it is a part of the key.
        var full = Fingerprint.OfNormalForm(source.With(source.Objects.Concat(others)), server, toolVersion);
        if (await FindAsync(tenant, full, cancellationToken).ConfigureAwait(false) is { } kept) return Form(kept, source, full);
        while (others.Count > 0)
        {
            try
            {
                var made = Form(await BuildAsync(tenant, source, others, cancellationToken).ConfigureAwait(false), source, full);
                if (store is null || !Keeps) return made;
                await store.SaveAsync(full, made, cancellationToken).ConfigureAwait(false);
                await store.SaveStampAsync(key, LeansOnOthers, cancellationToken).ConfigureAwait(false);
                return made;
            }
            catch (SchemaSyncException e) when (Neighbours.Refused(others, e) is { } refused)
            {
                others.Remove(refused);
            }
        }

        return null;
    }

    /// <summary>What the declaration becomes beside others.</summary>
    private async Task<Snapshot> BuildAsync(
        TenantContext tenant, Snapshot source, List<TopLevelObject> others, CancellationToken cancellationToken)
    {
        var both = SchemaTarget.Of(source.With(source.Objects.Concat(others)));
        var all = await _normalizer.NormalizeAsync(tenant, both, cancellationToken).ConfigureAwait(false);
        var theirs = others.Select(ObjectId.Of).ToHashSet();
        return all.With(all.Objects.Where(o => !theirs.Contains(ObjectId.Of(o))));
    }

    private async Task<List<TopLevelObject>> NeighboursAsync(TenantContext tenant, Snapshot source, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant.With(source), SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var present = await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false);
            return Neighbours.Of(source, present, session.Dialect);
        }
    }

    private async Task<bool> LeansAsync(Fingerprint key, CancellationToken cancellationToken) =>
        store is not null && await store.FindStampAsync(key, cancellationToken).ConfigureAwait(false) == LeansOnOthers;

    // What was declared last says under which key it is what the server made of it.
    private async Task<KnownForm?> KnownAsync(string server, CancellationToken cancellationToken)
    {
        if (store is null) return null;
        var declared = await store.FindAsync(Fingerprint.OfLast(server), cancellationToken).ConfigureAwait(false);
        if (declared is null) return null;
        var settled =
            await store.FindAsync(Fingerprint.OfNormalForm(declared, server, toolVersion), cancellationToken).ConfigureAwait(false);
        return settled is null ? null : new(declared, settled);
    }

    /// <summary>The target as it is declared, and which server it is for; null where that has printed it already.</summary>
    private async Task<(Snapshot Source, string? Server)> DeclaredAsync(
        TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken)
    {
        // What the shared schemas of the target are set to may be a part of what their objects become.
        var session = await adapter.OpenAsync(tenant.With(target), SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var (source, form) = (target.In(session.Dialect), session.Dialect.ServerForm);
            return (source, source.Form == form ? null : $"{form} {session.Dialect.ServerVersion}");
        }
    }

    private async Task<Snapshot?> FindAsync(TenantContext tenant, Fingerprint key, CancellationToken cancellationToken)
    {
        if (!Keeps) return null;
        if (store is not null && await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } kept) return kept;
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await new LedgerReader(adapter, tenant, session).NormalFormAsync(key, cancellationToken).ConfigureAwait(false);
    }
}
