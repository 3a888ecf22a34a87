namespace SchemaSync.Engine.Execution;

/// <summary>What stands in a database beside what should. Tenants in one state share it, and each is told of it under its own
/// name.</summary>
/// <param name="Present">What stands there.</param>
/// <param name="Target">What should, with texts as the server keeps them.</param>
/// <param name="Diff">How the part that is ours differs.</param>
/// <param name="Unmanaged">What was not compared.</param>
internal sealed record Comparison(PresentState Present, Snapshot Target, Diff Diff, EquatableArray<ObjectId> Unmanaged)
{
    private SchemaSyncException? _untried;

    /// <summary>Compares a state with a target in server form.</summary>
    public static async Task<Comparison> OfAsync(DatabaseAdapter adapter, TenantContext tenant, PresentState present, Snapshot target,
        CancellationToken cancellationToken)
    {
        var scope = present.Scope(target, includeUnmanaged: false);
        SchemaSyncException? untried = null;
        try
        {
            target = await new FixedPoint(adapter, tenant, present.Dialect).OfAsync(present.Snapshot, target, scope,
                cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (FixedPoint.NoScratch(e) is not null)
        {
            // Who only compares may lack the right to a scratch database: then texts are compared as they are, and that is said.
            untried = e;
        }

        return new(present, target, Planner.Compare(present.Snapshot, target, scope, present.Dialect), scope.Outside(present.Snapshot))
        {
            _untried = untried,
        };
    }

    /// <summary>Whether it is the same for every tenant with these objects, whatever its ledger says: everything that is there is declared,
    /// and nothing that is declared is known from ledgers alone.</summary>
    public bool IsSettled => Present.LedgerFault is null && !Target.Objects.Any(o => o is SqlObject)
        && ManagedScope.For(Present.Dialect, Target, []).Outside(Present.Read).IsEmpty;

    /// <summary>The result for a tenant.</summary>
    public Validation Tell(DatabaseAdapter adapter, TenantContext tenant, IReadOnlyDictionary<ObjectId, SourceLocation> locations,
        string repairCommand)
    {
        var name = adapter.DisplayName(tenant);
        IEnumerable<Diagnostic> untried = _untried is null ? []
            : [Diagnostic.Of(ExecutionDiagnostics.TextsNotTried, name, FixedPoint.NoScratch(_untried)!.Message)];
        return new(Diff,
            [.. new Drift(locations, $"the database {name}", repairCommand).Of(Diff),
                .. NameClashes.Find(Diff.Changes, Present.Snapshot, Present.Scope(Target, includeUnmanaged: false), Present.Dialect),
                .. SchemaRemains.Find(Diff.Changes, Diff.From, Present.Snapshot), .. Present.Notes, .. untried,
                .. Reach.Of(Target, Present.Dialect, locations)], Unmanaged);
    }
}
