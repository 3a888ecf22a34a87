namespace SchemaSync.Engine.Execution;

/// <summary>What stands in a database beside what should. Tenants in one state share it, and each is told of it under its own name: what is
/// the same for all of them is found once.</summary>
internal sealed class Comparison
{
    private readonly IReadOnlyDictionary<ObjectId, SourceLocation> _locations;
    private readonly Lazy<IReadOnlyList<Diagnostic>> _beside, _reach;
    private readonly Lazy<bool> _isSettled;
    private readonly Diagnostic? _untried;

    private Comparison(PresentState present, Snapshot target, ManagedScope scope, Diagnostic? untried,
        IReadOnlyDictionary<ObjectId, SourceLocation> locations)
    {
        (Present, _untried, _locations) = (present, untried, locations);
        Diff = Planner.Compare(present.Snapshot, target, scope, present.Dialect);
        Unmanaged = scope.Outside(present.Snapshot);
        _beside = new(() => [.. NameClashes.Find(Diff.Changes, present.Snapshot, scope, present.Dialect),
            .. SchemaRemains.Find(Diff.Changes, Diff.From, present.Snapshot), .. present.Notes]);
        _reach = new(() => [.. Reach.Of(target, present.Dialect, locations)]);
        _isSettled = new(() => present.LedgerFault is null && !target.Objects.Any(o => o is SqlObject)
            && ManagedScope.For(present.Dialect, target, []).Outside(present.Read).IsEmpty);
    }

    /// <summary>What stands there.</summary>
    public PresentState Present { get; }

    /// <summary>How the part that is ours differs.</summary>
    public Diff Diff { get; }

    /// <summary>What was not compared.</summary>
    public EquatableArray<ObjectId> Unmanaged { get; }

    /// <summary>Whether it is the same for every tenant with these objects, whatever its ledger says: everything that is there is declared,
    /// and nothing that is declared is known from ledgers alone.</summary>
    public bool IsSettled => _isSettled.Value;

    /// <summary>Compares a state with a target in server form.</summary>
    public static async Task<Comparison> OfAsync(DatabaseAdapter adapter, TenantContext tenant, PresentState present, Snapshot target,
        IReadOnlyDictionary<ObjectId, SourceLocation> locations, CancellationToken cancellationToken)
    {
        var scope = present.Scope(target, includeUnmanaged: false);
        Diagnostic? untried = null;
        try
        {
            target = await new FixedPoint(adapter, tenant, present.Dialect).OfAsync(present.Snapshot, target, scope,
                cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (FixedPoint.NoScratch(e) is not null)
        {
            // Who only compares may lack the right to a scratch database: then texts are compared as they are, and that is said.
            untried = FixedPoint.NoScratch(e);
        }

        return new(present, target, scope, untried, locations);
    }

    /// <summary>The result for a tenant.</summary>
    public Validation Tell(DatabaseAdapter adapter, TenantContext tenant, string repairCommand)
    {
        var name = adapter.DisplayName(tenant);
        IEnumerable<Diagnostic> untried = _untried is null ? []
            : [Diagnostic.Of(ExecutionDiagnostics.TextsNotTried, name, _untried.Message)];
        return new(Diff, [.. new Drift(_locations, $"the database {name}", repairCommand).Of(Diff), .. _beside.Value, .. untried,
            .. _reach.Value], Unmanaged);
    }
}
