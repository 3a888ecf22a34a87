namespace SchemaSync.Engine.Planning;

/// <summary>
/// Names that a plan needs and that something has which is not ours: kinds share name spaces, so that a view of somebody else is in the
/// way of a table. It is never dropped for it: the plan is refused before its first statement. Pure.
/// </summary>
internal sealed class NameClashes
{
    private readonly Dictionary<NameSlot, List<ObjectId>> _taken;
    private readonly Dialect _dialect;

    private NameClashes(Dialect dialect, IEnumerable<ObjectId> holders)
    {
        _dialect = dialect;
        _taken = new(new NameSlotComparer(dialect.Names));
        foreach (var holder in holders)
        {
            foreach (var slot in dialect.Slots(holder))
            {
                if (!_taken.TryGetValue(slot, out var there)) _taken.Add(slot, there = []);
                there.Add(holder);
            }
        }
    }

    /// <summary>One finding (SSY0217) for each object that these changes make under a taken name.</summary>
    /// <param name="changes">The changes of a plan.</param>
    /// <param name="present">Everything that is in the database.</param>
    /// <param name="scope">What of it is ours.</param>
    /// <param name="dialect">The dialect.</param>
    public static IReadOnlyList<Diagnostic> Find(IReadOnlyCollection<Change> changes, Snapshot present, ManagedScope scope, Dialect dialect)
    {
        var comes = changes.SelectMany(c => c.Comes).ToList();
        return comes.Count == 0 ? [] : new NameClashes(dialect, Others(present, scope).Concat(present.Beside)).Of(comes);
    }

    /// <summary>The same for the tables of our ledger: whatever has one of their names is not ours.</summary>
    public static IReadOnlyList<Diagnostic> OfLedger(Snapshot present, Dialect dialect) =>
        new NameClashes(dialect, Others(present, ManagedScope.Of(dialect)))
            .Of(LedgerTables.Names.Select(n => ObjectId.Top(ObjectKind.Table, new(n))));

    private static IEnumerable<ObjectId> Others(Snapshot present, ManagedScope scope)
    {
        var others = scope.Outside(present).ToHashSet();
        var holders = present.Objects.Where(o => others.Contains(ObjectId.Of(o)));
        return others.Concat(holders.SelectMany(o => o.Children.Select(c => ObjectId.Of(o.Name, c))));
    }

    private List<Diagnostic> Of(IEnumerable<ObjectId> comes) => comes
        .Select(id => (Id: id, Holder: _dialect.Needs(id).SelectMany(Holders).Cast<ObjectId?>().FirstOrDefault()))
        .Where(c => c.Holder is not null)
        .Select(c => Diagnostic.Of(InspectionDiagnostics.NameTaken, c.Id.ToString(), $"{c.Holder}") with { Subject = c.Id })
        .ToList();

    private IEnumerable<ObjectId> Holders(NameSlot slot) => _taken.TryGetValue(slot, out var there) ? there : [];
}
