namespace SchemaSync.Sqlite.Planning;

/// <summary>Asks each kind for the steps of its changes. In which order they come <see cref="Phase"/> says.</summary>
internal sealed class ExpandPass
{
    private readonly Diff _diff;
    private readonly Dictionary<QualifiedName, Table> _from;
    private readonly Dictionary<QualifiedName, Table> _to;
    private readonly PhasedSteps<Phase> _steps = new();
    private readonly FormerTables _names;
    private readonly RowValues _values;

    public ExpandPass(Diff diff, Dialect dialect)
    {
        _diff = diff;
        _values = RowValues.Of(diff.Changes, diff.To, dialect);
        _names = new(diff);
        // Every statement but the renames themselves uses the new names.
        _from = diff.Start.Tables.ToDictionary(t => t.Name);
        _to = diff.To.Tables.ToDictionary(t => t.Name);
    }

    /// <summary>Every statement in order, and what is asked before the first.</summary>
    public PlannedSteps Steps()
    {
        var work = _diff.Changes.Where(c => c is not Change.Rename { After: Table or Column })
            .GroupBy(c => c is Change.Alter { After: Table table } ? table.Name : c.Owner).Where(g => !g.Key.IsEmpty)
            .Select(g => new TableWork(_from[g.Key], _to[g.Key], [.. g], _values)).ToList();
        var rebuilt = work.Where(w => w.NeedsRebuild).Select(w => w.Before.Name).ToHashSet();
        new BodyWork(_diff, rebuilt).Plan(In(Phase.DropBodies), In(Phase.CreateBodies));
        RenameWork.Add(In(Phase.Rename), _diff.Changes.OfType<Change.Rename>(), _diff.From);
        foreach (var one in work)
        {
            one.DropIndexes(In(Phase.DropIndexes));
            one.ChangeTable(In(Phase.Alter));
            one.CreateIndexes(In(Phase.CreateIndexes));
        }

        var drops = Top<Change.Drop>(c => c.Before).ToList();
        foreach (var table in drops) _steps.Add(_values.Reads(table.LocalName) ? Phase.DropReadTables : Phase.DropTables, Drop(table));
        foreach (var table in Top<Change.Add>(c => c.After)) Create(In(Phase.Create), table);
        new Orphans(_from, _to, _values).Check(In(Phase.CheckReferences), work, drops.Select(t => t.Name).ToHashSet());
        return _steps.InOrder();
    }

    private StepList In(Phase phase) => new(_steps, phase, _names);

    private IEnumerable<Table> Top<TChange>(Func<TChange, SchemaObject> subject) where TChange : Change =>
        _diff.Changes.OfType<TChange>().Where(c => c.Owner.IsEmpty).Select(subject).OfType<Table>();

    private static void Create(StepList steps, Table table)
    {
        var path = ObjectId.Of(table);
        steps.Add(new Step
        {
            Sql = Render.Create(table), Serves = $"add {path}", Subject = path, Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, $"DROP TABLE {SqliteText.Quote(table.Name)}"),
        });
        foreach (var index in table.Indexes) steps.Add(TableWork.CreateIndex(table, index, $"add {path}"));
    }

    private static Step Drop(Table table)
    {
        var path = ObjectId.Of(table);
        return new Step
        {
            Sql = $"DROP TABLE {SqliteText.Quote(table.Name)}", Serves = $"drop {path}",
            Subject = path, Lock = LockMode.BlocksWrites, Rows = RowAccess.Rewrite,
            Hazards = [PlanHazards.Loses(path, $"dropping {path}")],
            Reverse = new(ReverseKind.Impossible, "the rows are gone; only the empty table comes back"),
        };
    }
}
