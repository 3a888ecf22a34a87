namespace SchemaSync.Engine.Proof;

/// <summary>Turns a target into the server's own words, by building it on a scratch database and reading it back.</summary>
internal sealed class ScratchNormalizer(DatabaseAdapter adapter)
{
    // PostgreSQL rewrites some texts twice (FACTS, Server normalisation); one round more shows that they are settled.
    private const int Rounds = 4;

    /// <summary>The target in server form. A snapshot that the same server version printed is returned as it is.</summary>
    /// <param name="tenant">Whose server it is.</param>
    /// <param name="target">The target.</param>
    /// <param name="known">What an earlier declaration became on this server; null where nothing is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SchemaSyncException">SSY0202: something does not come back. SSY0204, SSY0207: the
    /// server refuses it. SSY0230: a character that it would not keep.</exception>
    public async Task<Snapshot> NormalizeAsync(TenantContext tenant, SchemaTarget target,
        KnownForm? known, CancellationToken cancellationToken)
    {
        if (target.Snapshot is { Form: { IsServer: true, Major: 0 } }) return target.In(adapter.OfflineDialect);
        var scratch = await Scratch.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        Snapshot source, part, read;
        Dialect dialect;
        FormPart? fresh;
        await using (scratch.ConfigureAwait(false))
        {
            dialect = scratch.Dialect;
            source = target.In(dialect);
            if (target.Snapshot is { } printed && printed.Form == scratch.Dialect.ServerForm) return printed;
            Characters.Check(source);
            fresh = known is null ? null : FormPart.Of(source, known, scratch.Dialect);
            part = fresh?.Source ?? source;
            read = await BuildAsync(scratch, part, cancellationToken).ConfigureAwait(false);
            if (scratch.Dialect.RewritesTexts) RoundTrip.CheckKept(part, read);
            else RoundTrip.Check(part, read, scratch.Dialect);
            if (!scratch.Dialect.RewritesTexts) return With(read, source);
        }

        var settled = await SettleAsync(tenant, read, dialect, cancellationToken).ConfigureAwait(false);
        return With(fresh?.Complete(With(settled, part)) ?? settled, source);
    }

    /// <inheritdoc cref="NormalizeAsync(TenantContext, SchemaTarget, KnownForm?, CancellationToken)"/>
    public Task<Snapshot> NormalizeAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken) =>
        NormalizeAsync(tenant, target, known: null, cancellationToken);

    /// <summary>A printed snapshot as the server prints it when it has read its own words, until nothing changes any more.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: what it is read back as changes every time.</exception>
    private async Task<Snapshot> SettleAsync(TenantContext tenant, Snapshot printed, Dialect dialect, CancellationToken cancellationToken)
    {
        var tried = Unsettled(printed, dialect);
        if (tried.Count == 0) return printed;
        var graph = new DependencyGraph(printed.Objects, [], dialect, dialect.TellsUses);
        var closure = Closure.Of(graph, tried.Select(id => new Seed(id, Disturbance.None)));
        var earlier = new List<Snapshot>();
        for (var round = 1; ; round++)
        {
            var part = printed.With(closure.PartOf(printed.Objects, printed.Objects));
            var scratch = await Scratch.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
            await using (scratch.ConfigureAwait(false))
            {
                var read = (await BuildAsync(scratch, part, cancellationToken).ConfigureAwait(false)).Objects.ToLookup(ObjectId.Of);
                var again = printed.With(printed.Objects.SelectMany(o => tried.Contains(ObjectId.Of(o)) ? read[ObjectId.Of(o)] : [o]));
                if (again.Fingerprint == printed.Fingerprint) return With(again, earlier);
                if (round == Rounds) RoundTrip.Check(printed, again, scratch.Dialect);
                earlier.Add(printed);
                printed = again;
            }
        }
    }

    // What SQL alone makes no catalogue ties to what uses it: beside it everything is tried.
    private static HashSet<ObjectId> Unsettled(Snapshot printed, Dialect dialect)
    {
        var isWhole = printed.Objects.Any(o => o is SqlObject);
        return [.. printed.Objects.Where(o => isWhole || Differing.IsUnsettled(o, dialect)).Select(ObjectId.Of)];
    }

    private static async Task<Snapshot> BuildAsync(Scratch scratch, Snapshot source, CancellationToken cancellationToken)
    {
        await scratch.BuildAsync(source, cancellationToken).ConfigureAwait(false);
        var read = await scratch.ReadBackAsync(cancellationToken).ConfigureAwait(false);
        RoundTrip.CheckMade(source, read);
        // What an object that is SQL alone looks like to the server is no wish of its own.
        return source.SpokenOf(source.Objects.Any(o => o is SqlObject) ? SpokenOpaque.Of(read, source) : read);
    }

    private static Snapshot With(Snapshot settled, IEnumerable<Snapshot> earlier) =>
        new()
        {
            Form = settled.Form,
            Objects = settled.Objects,
            Synonyms = [.. earlier.SelectMany(e => Synonym.Between(e, settled)).DistinctBy(s => (s.Owner, s.Text))],
        };

    private static Snapshot With(Snapshot read, Snapshot source) => new() { Form = read.Form,
        Objects = SpokenOpaque.Bring(source, GivenNames.Forget(source, read)).Objects, Intents = source.Intents, Synonyms = read.Synonyms };
}
