using System.Collections.Concurrent;

namespace SchemaSync.Engine.Tenancy;

/// <summary>Tells in which state tenants are where nobody says a target: of those with one digest, one is read.</summary>
internal sealed class SharedStates(SchemaSyncEngine engine)
{
    private readonly DigestKey _key = DigestKey.New();
    private readonly ConcurrentDictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Provider, EquatableArray<string> Shared, string Digest), Kind> _kinds = new();

    /// <summary>Asks each place about its tenants, so many places at a time.</summary>
    public Task AskAsync(IEnumerable<TenantContext> tenants, int parallelism, CancellationToken cancellationToken)
    {
        var places = from tenant in tenants
                     let place = OwnNames.PlaceOf(engine.Adapters, tenant)
                     where place is not null
                     group (Tenant: tenant, place.Name) by (tenant.Provider, place.Server, Shared: tenant.Schemas) into place
                     where place.Skip(1).Any()
                     select place.ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism), CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(places, parallel, async (place, token) => await AskAsync(place, token).ConfigureAwait(false));
    }

    /// <summary>The fingerprint of the whole schema of a tenant.</summary>
    public async Task<Fingerprint> OfAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        if (_digests.TryGetValue(tenant.Id, out var digest) && KindOf(tenant, digest).Known is { } known) return known;
        var adapter = engine.Adapters.For(tenant.Provider);
        var session = await PresentDatabase.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await OfAsync(adapter, tenant, session.Inspector, cancellationToken).ConfigureAwait(false);
    }

    private async Task AskAsync(List<(TenantContext Tenant, Identifier Name)> place, CancellationToken cancellationToken)
    {
        var (first, _) = place[0];
        var adapter = engine.Adapters.For(first.Provider);
        try
        {
            var session = await adapter.OpenAsync(first, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var told = await session.Inspector.DigestsAsync([.. place.Select(t => t.Name)], _key, cancellationToken)
                    .ConfigureAwait(false);
                foreach (var (tenant, name) in place)
                    if (told?.ByName.GetValueOrDefault(name) is { } digest) _digests[tenant.Id] = digest;
            }
        }
        catch (Exception e) when (e is SchemaSyncException || adapter.Explain(first, e) is not null)
        {
            // Each is read by itself then, and says what is wrong.
        }
    }

    private async Task<Fingerprint> OfAsync(DatabaseAdapter adapter, TenantContext tenant, SchemaInspector inspector,
        CancellationToken cancellationToken)
    {
        // The schema may have moved since all were asked.
        var digest = await inspector.DigestAsync(_key, cancellationToken).ConfigureAwait(false);
        var kind = digest is null ? new() : KindOf(tenant, digest);
        await kind.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (kind.Known is { } known) return known;
            var read = await inspector.InspectInOrderAsync(cancellationToken).ConfigureAwait(false);
            var state = read.Empty().SpokenOf(read);
            // A digest does not have the tenant's name: one that stands in a text of the schema is another one in the next tenant.
            var isOwn = adapter.OwnPlaceOf(tenant)?.Name is { } name && OwnNames.MayStandIn(SnapshotFile.Write(state), name);
            if (!isOwn && await inspector.DigestAsync(_key, cancellationToken).ConfigureAwait(false) == digest)
                kind.Known = state.Fingerprint;
            return state.Fingerprint;
        }
        finally
        {
            kind.Gate.Release();
        }
    }

    private Kind KindOf(TenantContext tenant, string digest) =>
        _kinds.GetOrAdd((tenant.Provider, tenant.Schemas, digest), _ => new());

    /// <summary>Tenants in the same state.</summary>
    private sealed class Kind
    {
        /// <summary>Held by whoever reads the first of them.</summary>
        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>What that showed.</summary>
        public Fingerprint? Known { get; set; }
    }
}
