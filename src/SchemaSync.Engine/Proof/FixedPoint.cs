namespace SchemaSync.Engine.Proof;

/// <summary>
/// Texts that differ between a database and a target, as the server prints them when it has read its own words. A body that a person
/// wrote may be printed otherwise once what was printed is made again (PostgreSQL: <c>exists (select 'x' …)</c>); so two texts are
/// two things only where they still differ then. Equal texts are equal and never tried: the cost follows the difference.
/// </summary>
internal sealed class FixedPoint(DatabaseAdapter adapter, TenantContext tenant, Dialect dialect)
{
    // As for declarations: some texts are rewritten twice, and one round more shows that they are settled.
    private const int Rounds = 4;

    /// <summary>The target with those texts settled, and with the texts that the server prints for them until then.</summary>
    /// <param name="current">The present state, unmanaged objects included.</param>
    /// <param name="target">The target; one that is a declaration was settled before.</param>
    /// <param name="scope">Which objects are ours.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SchemaSyncException">SSY0210: there is no scratch database.</exception>
    public async Task<Snapshot> OfAsync(Snapshot current, Snapshot target, ManagedScope scope, CancellationToken cancellationToken)
    {
        if (!dialect.RewritesTexts || current.Form != target.Form) return target;
        var ours = target.SpokenOf(scope.Restrict(current));
        if (AreSame(ours, target)) return target;
        var others = Neighbours.Among(current,
            ours.Objects.Concat(target.Objects).Select(ObjectId.Of).ToHashSet(new ObjectIdComparer(dialect.Names)));
        if (target.Origin is null)
            target = With(target,
                await TryAsync(target, new Differing(ours, target, dialect).OfTarget(), others, cancellationToken).ConfigureAwait(false));
        // What the target now says in settled words may be what is there in others.
        var replaced = new Differing(target.Settle(ours), target, dialect).Replaced();
        return target.WithSynonyms([.. await TryAsync(ours, replaced, others, cancellationToken).ConfigureAwait(false)]);
    }

    private static bool AreSame(Snapshot ours, Snapshot target)
    {
        var (left, right) = Twins.Without(ours, target);
        return left.Objects == right.Objects;
    }

    private static Snapshot With(Snapshot target, List<Synonym> found) =>
        found.Count == 0 ? target : Synonym.Settle(target, [.. found]).WithSynonyms([.. found]);

    /// <summary>What the server makes of the texts of some objects of a state.</summary>
    private async Task<List<Synonym>> TryAsync(
        Snapshot state, List<ObjectId> tried, List<TopLevelObject> others, CancellationToken cancellationToken)
    {
        if (tried.Count == 0) return [];
        var graph = new DependencyGraph(state.Objects, others, dialect, state.Form.IsServer && dialect.TellsUses);
        var closure = Closure.Of(graph, tried.Select(id => new Seed(id, Disturbance.None)));
        var part = state.With(closure.PartOf(state.Objects, state.Objects).ConvertAll(Neighbours.Bare));
        var beside = Neighbours.Of(closure, others);
        while (true)
        {
            try
            {
                return await SettleAsync(part, tried.ToHashSet(), beside, cancellationToken).ConfigureAwait(false);
            }
            catch (SchemaSyncException e) when (Neighbours.Refused(beside, e) is { } refused)
            {
                beside.Remove(refused);
            }
            catch (SchemaSyncException e) when (IsRefusal(e))
            {
                break;
            }
        }

        // What cannot be made is told by the proof, if anything is to be done with it; the rest is compared all the same.
        var found = new List<Synonym>();
        if (tried.Count == 1) return found;
        foreach (var id in tried) found.AddRange(await TryAsync(state, [id], others, cancellationToken).ConfigureAwait(false));
        return found;
    }

    /// <summary>Why there is no scratch database; null where the exception says something else.</summary>
    public static Diagnostic? NoScratch(SchemaSyncException refusal) =>
        refusal.Diagnostics.FirstOrDefault(d =>
            d.Entry == InspectionDiagnostics.NoScratch || d.Entry == InspectionDiagnostics.ReadOnlyServer);

    private static bool IsRefusal(SchemaSyncException refusal) => NoScratch(refusal) is null && refusal.Diagnostics.All(d =>
        d.Entry != InspectionDiagnostics.CannotOpen && d.Entry != InspectionDiagnostics.ConnectionLost);

    /// <summary>Builds, reads, and builds what was read, until both are equal.</summary>
    private async Task<List<Synonym>> SettleAsync(
        Snapshot part, HashSet<ObjectId> tried, List<TopLevelObject> beside, CancellationToken cancellationToken)
    {
        var printed = part;
        var earlier = new List<Snapshot>();
        for (var round = 1; round <= Rounds; round++)
        {
            var again = await PrintAsync(printed, tried, beside, cancellationToken).ConfigureAwait(false);
            if (!Synonym.Between(printed, again).Any())
                return [.. earlier.SelectMany(e => Synonym.Between(e, again)).DistinctBy(s => (s.Owner, s.Text))];
            earlier.Add(printed);
            printed = again;
        }

        // It never settles: then it is two things, and the proof says so.
        return [];
    }

    private async Task<Snapshot> PrintAsync(
        Snapshot printed, HashSet<ObjectId> tried, List<TopLevelObject> beside, CancellationToken cancellationToken)
    {
        var scratch = await Scratch.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            await scratch.BuildAsync(printed.With(printed.Objects.Concat(beside)), cancellationToken).ConfigureAwait(false);
            var read = (await scratch.InspectAsync(cancellationToken).ConfigureAwait(false)).Objects.ToDictionary(ObjectId.Of);
            return printed.With(printed.Objects.Select(o =>
                tried.Contains(ObjectId.Of(o)) && read.TryGetValue(ObjectId.Of(o), out var again) ? Neighbours.Bare(again) : o));
        }
    }
}

/// <summary>The texts that one side has and the other does not, among those that a server may print otherwise.</summary>
internal sealed class Differing
{
    private readonly List<(ObjectId Id, bool Before, bool After)> _objects = [];

    /// <summary>Compares the objects of two states, under the names that they have at the end.</summary>
    public Differing(Snapshot from, Snapshot to, Dialect dialect)
    {
        var renamed = Renames.Find(from, to, dialect).Apply(from).Objects;
        var before = renamed.Zip(from.Objects).ToDictionary(p => ObjectId.Of(p.First), p => p, new ObjectIdComparer(dialect.Names));
        foreach (var wanted in to.Objects)
        {
            var id = ObjectId.Of(wanted);
            var isBoth = before.TryGetValue(id, out var old);
            if (isBoth && old.First.Equals(wanted)) continue;
            var (left, right) = (isBoth ? Texts(old.First, dialect) : [], Texts(wanted, dialect));
            if (left.Count + right.Count > 0)
                _objects.Add((isBoth ? ObjectId.Of(old.Second) : id, left.Except(right).Any(), right.Except(left).Any()));
        }
    }

    /// <summary>The objects of the target with a text that is not there.</summary>
    public List<ObjectId> OfTarget() => _objects.FindAll(o => o.After).ConvertAll(o => o.Id);

    /// <summary>The objects, as they are called now, with a text in whose place the target has another.</summary>
    public List<ObjectId> Replaced() => _objects.FindAll(o => o is { Before: true, After: true }).ConvertAll(o => o.Id);

    /// <summary>Whether an object has a text that the server may print otherwise once it has read it.</summary>
    public static bool IsUnsettled(TopLevelObject subject, Dialect dialect) => Texts(subject, dialect).Count > 0;

    private static HashSet<string> Texts(TopLevelObject subject, Dialect dialect)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var each in subject.Children.Prepend<SchemaObject>(subject).Where(o => !dialect.PrintsSettled(o)))
        {
            each.MapExpressions(e =>
            {
                texts.Add(e.Canonical);
                return e;
            });
        }

        return texts;
    }
}
