using System.Collections.Concurrent;
using System.Diagnostics;

namespace SchemaSync.Engine.Tenancy;

/// <summary>
/// Reads tenants in the same state once. A question to each place tells which are in the same state (<see cref="TenantDigests"/>), and with
/// stamps that are kept, which have not moved since they were found equal; only then one of each kind is read.
/// </summary>
/// <param name="engine">The adapters and what is kept.</param>
/// <param name="target">The target.</param>
/// <param name="wanted">The same in server form.</param>
/// <param name="forRuns">Whether only those are of interest for which a run would have nothing to do.</param>
internal sealed class SharedReadings(SchemaSyncEngine engine, SchemaTarget target, Snapshot wanted, bool forRuns = false)
{
    // A question that fails for one tenant's account may be answered to another's.
    private const int MostAsked = 3;

    // For so long a run takes the word of the question it began with.
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(5);

    private readonly DigestKey _key = DigestKey.New();
    private readonly Stopwatch _asked = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Provider, EquatableArray<string> Shared, string Digest), Kind> _kinds = new();

    /// <summary>Asks each place about its tenants, so many places at a time. Those of which nothing is told are read one by one.</summary>
    public Task AskAsync(IEnumerable<TenantContext> tenants, int parallelism, CancellationToken cancellationToken)
    {
        var text = SnapshotFile.Write(wanted);
        var named = from tenant in tenants
                    let place = PlaceOf(tenant)
                    where place is not null && !OwnNames.MayStandIn(text, place.Name)
                    group (Tenant: tenant, place.Name) by (tenant.Provider, place.Server, Shared: tenant.Schemas);
        var places = named.Where(g => g.Skip(1).Any()).Select(g => g.ToList()).ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism), CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(places, parallel, async (place, token) => await AskAsync(place, token).ConfigureAwait(false));
    }

    /// <summary>Compares a tenant with the target.</summary>
    public async Task<Validation> ValidateAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var adapter = engine.Adapters.For(tenant.Provider);
        var told = _told.GetValueOrDefault(tenant.Id);
        if (told is { Unmoved: { } alone }) return Equal(told, alone);
        if (told is { Digest: { } digest } && KindOf(tenant, digest).Find(told) is { } known)
            return await TellAsync(adapter, tenant, told, known, cancellationToken).ConfigureAwait(false);
        // One that is alone in its place, or nobody could be asked about.
        if (told is null && PlaceOf(tenant) is not null)
            return await WorkOf(adapter, tenant.With(wanted)).ValidateAsync(wanted, target.Locations, engine.RepairCommand,
                engine.FormStore, cancellationToken).ConfigureAwait(false);
        var session = await PresentDatabase.OpenAsync(adapter, tenant.With(wanted), cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await ValidateAsync(adapter, tenant.With(wanted), session, told, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds that a run on a tenant would have nothing to do: it is equal to the target, nothing is to be said about it, and its
    /// ledger tells of no run that goes on or died.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="isSeeded">Whether new tenants begin with rows.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its state; null where that has to be found out under the ordinary looks.</returns>
    public async Task<Fingerprint?> FindEqualAsync(TenantContext tenant, bool isSeeded, CancellationToken cancellationToken)
    {
        if (_told.GetValueOrDefault(tenant.Id) is not { Ledger: not null } told || _asked.Elapsed > Holds
            || wanted.Intents.Any(i => i.IsHook)) return null;
        // Rows are owed to nobody who had a run before.
        if (isSeeded && told.Ledger is { End: null }) return null;
        // To compare one that is alone of its kind would be a reading more.
        if (told.Digest is { } digest && KindOf(tenant, digest).Tenants < 2) return null;
        var validation = await ValidateAsync(tenant, cancellationToken).ConfigureAwait(false);
        return validation is { IsEqual: true, Diagnostics.IsEmpty: true } ? validation.Diff.From.Fingerprint : null;
    }

    private async Task AskAsync(List<(TenantContext Tenant, Identifier Name)> group, CancellationToken cancellationToken)
    {
        foreach (var (tenant, _) in group.Take(MostAsked))
        {
            var adapter = engine.Adapters.For(tenant.Provider);
            try
            {
                var session = await adapter.OpenAsync(tenant.With(wanted), SessionAccess.Read, cancellationToken)
                    .ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                    await AskAsync(adapter, session, group, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is SchemaSyncException || adapter.Explain(tenant, e) is not null)
            {
                // Whoever cannot be asked says so when its turn comes. A server that is down is down for all.
                if (e is SchemaSyncException known && known.Diagnostics.Any(d => d.Entry == InspectionDiagnostics.CannotOpen)) return;
            }
        }
    }

    private async Task AskAsync(DatabaseAdapter adapter, DatabaseSession session, List<(TenantContext Tenant, Identifier Name)> group,
        CancellationToken cancellationToken)
    {
        var ledgers = await LedgerStanding.ReadAsync(session, [.. group.Select(t => t.Name)], cancellationToken).ConfigureAwait(false);
        // A run has to look at each whose ledger nobody knows.
        if (forRuns) group = [.. group.Where(t => ledgers.ContainsKey(t.Name))];
        var asked = group.Select(t => new Asked(t.Tenant, t.Name, ledgers.TryGetValue(t.Name, out var ledger) ? ledger : null)).ToList();
        if (asked.Count == 0) return;
        var moved = await FindMovedAsync(adapter, session, asked, cancellationToken).ConfigureAwait(false);
        if (moved.Count < 2) return;
        var digests = await session.Inspector.DigestsAsync([.. moved.Select(t => t.Name)], _key, cancellationToken).ConfigureAwait(false);
        if (digests is null) return;
        // Of ten thousand digests nearly all are one text.
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in moved)
        {
            if (!digests.ByName.TryGetValue(one.Name, out var digest)) continue;
            if (!texts.TryAdd(digest, digest)) digest = texts[digest];
            KindOf(one.Tenant, digest).Count();
            _told[one.Tenant.Id] = new(digest, digests.HasOthers, session.Dialect)
            {
                Known = one.Known, Stamp = one.Stamp, Ledger = one.Ledger,
            };
        }
    }

    /// <summary>Those that may have changed since they were found equal.</summary>
    private async Task<List<Asked>> FindMovedAsync(DatabaseAdapter adapter, DatabaseSession session, List<Asked> asked,
        CancellationToken cancellationToken)
    {
        // Older than whatever is read afterwards.
        var stamps = engine.FormStore is null || ExternalNeeds.HasAny(wanted) ? null
            : await session.Inspector.StampsAsync([.. asked.Select(t => t.Name)], cancellationToken).ConfigureAwait(false);
        if (stamps is null) return asked;
        var moved = new List<Asked>();
        foreach (var one in asked)
        {
            var stamp = stamps.GetValueOrDefault(one.Name);
            var known = stamp is null ? null
                : KnownEqual.Of(engine.FormStore, adapter, one.Tenant.With(wanted), wanted, engine.ToolVersion);
            if (known is not null && await known.FindAsync(stamp!, cancellationToken).ConfigureAwait(false) is { } alone)
                _told[one.Tenant.Id] = new(null, HasOthers: false, session.Dialect) { Unmoved = alone, Ledger = one.Ledger };
            else moved.Add(one with { Known = known, Stamp = stamp });
        }

        return moved;
    }

    private async Task<Validation> ValidateAsync(DatabaseAdapter adapter, TenantContext tenant, DatabaseSession session, Told? told,
        CancellationToken cancellationToken)
    {
        // What was asked of all is what this one is compared by; a tenant that is a place of its own is asked now.
        told ??= await LookAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
        if (told.Unmoved is { } alone) return Equal(told, alone);
        if (told.Digest is not { } digest)
            return await WorkOf(adapter, tenant).ValidateAsync(session, wanted, target.Locations, engine.RepairCommand, engine.FormStore,
                cancellationToken).ConfigureAwait(false);
        var kind = KindOf(tenant, digest);
        await kind.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (kind.Known is null) return await ReadAsync(adapter, tenant, session, told, kind, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            kind.Gate.Release();
        }

        if (kind.Find(told) is { } comparison)
            return await TellAsync(adapter, tenant, told, comparison, cancellationToken).ConfigureAwait(false);
        // What runs of ours made is not to be seen in a schema.
        var present = await PresentState.ReadAsync(adapter, tenant, session, kind.Known.Present.Read, cancellationToken)
            .ConfigureAwait(false);
        return await CompareAsync(adapter, tenant, told, present, cancellationToken, kind).ConfigureAwait(false);
    }

    private async Task<Told> LookAsync(DatabaseAdapter adapter, TenantContext tenant, DatabaseSession session,
        CancellationToken cancellationToken)
    {
        var known = KnownEqual.Of(engine.FormStore, adapter, tenant, wanted, engine.ToolVersion);
        var stamp = known is null ? null : await known.StampAsync(session.Inspector, cancellationToken).ConfigureAwait(false);
        var alone = stamp is null ? null : await known!.FindAsync(stamp, cancellationToken).ConfigureAwait(false);
        return new(alone is null ? await session.Inspector.DigestAsync(_key, cancellationToken).ConfigureAwait(false) : null,
            HasOthers: false, session.Dialect) { Unmoved = alone, Known = known, Stamp = stamp };
    }

    /// <summary>Reads the first of a kind. Somebody may change it meanwhile: then it is read for itself alone.</summary>
    private async Task<Validation> ReadAsync(DatabaseAdapter adapter, TenantContext tenant, DatabaseSession session, Told told, Kind kind,
        CancellationToken cancellationToken)
    {
        var inspector = session.Inspector;
        var before = await inspector.StampAsync(cancellationToken).ConfigureAwait(false);
        var isOfKind = await inspector.DigestAsync(_key, cancellationToken).ConfigureAwait(false) == told.Digest;
        var present = await PresentState.ReadAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
        isOfKind = isOfKind && (before is null
            ? await inspector.DigestAsync(_key, cancellationToken).ConfigureAwait(false) == told.Digest
            : await inspector.StampAsync(cancellationToken).ConfigureAwait(false) == before);
        if (!isOfKind) told = new(null, told.HasOthers, told.Dialect);
        return await CompareAsync(adapter, tenant, told, present, cancellationToken, isOfKind ? kind : null).ConfigureAwait(false);
    }

    private async Task<Validation> CompareAsync(DatabaseAdapter adapter, TenantContext tenant, Told told, PresentState present,
        CancellationToken cancellationToken, Kind? kind = null)
    {
        // Runs of ours may have left something in a schema that nobody declares any more.
        if (tenant.With(present.Ours) is var wider && wider != tenant)
            return await WorkOf(adapter, wider).ValidateAsync(wanted, target.Locations, engine.RepairCommand, engine.FormStore,
                cancellationToken).ConfigureAwait(false);
        var own = OwnSchema.Leave(wanted, present.Dialect, adapter.DisplayName(tenant));
        var comparison = await Comparison.OfAsync(adapter, tenant, present, own, target.Locations, cancellationToken).ConfigureAwait(false);
        kind?.Keep(told, comparison);
        return await TellAsync(adapter, tenant, told, comparison, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Validation> TellAsync(DatabaseAdapter adapter, TenantContext tenant, Told told, Comparison comparison,
        CancellationToken cancellationToken)
    {
        var validation = comparison.Tell(adapter, tenant, engine.RepairCommand);
        if (validation.IsEqual && comparison.Present.LedgerFault is null
            && told is { Known: { } known, Stamp: { } stamp, Digest: not null })
            await known.SaveAsync(stamp, validation.Unmanaged, cancellationToken).ConfigureAwait(false);
        return validation;
    }

    private Validation Equal(Told told, EquatableArray<ObjectId> alone) =>
        new(new(wanted, wanted, [], []), [.. Reach.Of(wanted, told.Dialect, target.Locations)], alone);

    private TenantWork WorkOf(DatabaseAdapter adapter, TenantContext tenant) =>
        new(adapter, tenant, engine.ToolVersion) { MustExist = true };

    private Kind KindOf(TenantContext tenant, string digest) =>
        _kinds.GetOrAdd((tenant.Provider, tenant.With(wanted).Schemas, digest), _ => new());

    private OwnPlace? PlaceOf(TenantContext tenant) => OwnNames.PlaceOf(engine.Adapters, tenant);

    /// <summary>A tenant that a question is about.</summary>
    private sealed record Asked(TenantContext Tenant, Identifier Name, LedgerStanding? Ledger)
    {
        public KnownEqual? Known { get; init; }

        public string? Stamp { get; init; }
    }

    /// <summary>Tenants in the same state.</summary>
    private sealed class Kind
    {
        private readonly ConcurrentDictionary<LedgerStanding, Comparison> _byLedger = new();
        private int _tenants;

        /// <summary>Held by whoever reads the first of them.</summary>
        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>What that showed.</summary>
        public Comparison? Known { get; private set; }

        /// <summary>How many there are.</summary>
        public int Tenants => _tenants;

        /// <summary>There is one more.</summary>
        public void Count() => Interlocked.Increment(ref _tenants);

        /// <summary>What is known of a tenant without asking it.</summary>
        public Comparison? Find(Told told) => Known is { IsSettled: true } known && !told.HasOthers ? known
            : told.Ledger is { } ledger ? _byLedger.GetValueOrDefault(ledger) : null;

        /// <summary>Keeps what is known of a tenant, for those whose ledgers say the same.</summary>
        public void Keep(Told told, Comparison comparison)
        {
            Known ??= comparison;
            if (told.Ledger is { } ledger && ledger.Fits(comparison.Present)) _byLedger[ledger] = comparison;
        }
    }

    /// <summary>What is known of a tenant before it is read.</summary>
    private sealed record Told(string? Digest, bool HasOthers, Dialect Dialect)
    {
        /// <summary>What was left alone when it was found equal, since when nothing has moved.</summary>
        public EquatableArray<ObjectId>? Unmoved { get; init; }

        /// <summary>What its ledger says; null where it has to be asked for that.</summary>
        public LedgerStanding? Ledger { get; init; }

        /// <summary>Where to remember that it is equal.</summary>
        public KnownEqual? Known { get; init; }

        /// <summary>Its stamp, from before it was read.</summary>
        public string? Stamp { get; init; }
    }
}
