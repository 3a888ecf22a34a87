namespace SchemaSync.MySql.Planning;

/// <summary>Asks each kind for the steps of its changes. In which order they come <see cref="Phase"/> says.</summary>
internal sealed class ExpandPass
{
    private readonly Diff _diff;
    private readonly MySqlCapabilities _server;
    private readonly Render _render;
    private readonly RenameWork _renames;
    private readonly Snapshot _from, _to;
    private readonly EquatableArray<Change> _changes;
    private readonly MySqlDialect _dialect;
    private readonly RowValues _values;
    private readonly PhasedSteps<Phase> _steps = new();

    public ExpandPass(Diff diff, MySqlCapabilities server, MySqlDialect dialect)
    {
        (_diff, _server, _render, _dialect) = (diff, server, new(server), dialect);
        (_renames, _to) = (new(diff, server, dialect), diff.To);
        // What is left once the renames are done, and the server has renamed what follows them.
        _from = _renames.Apply();
        _changes = Differ.Compare(_from,
            new Snapshot { Form = diff.To.Form, Objects = diff.To.Objects, Synonyms = diff.To.Synonyms, Intents = diff.To.End().Intents },
            dialect).Changes;
        _values = RowValues.Of(_changes, diff.To, dialect);
    }

    /// <summary>Every statement in order, and the questions before them.</summary>
    /// <exception cref="SchemaSyncException">SSY0305, SSY0202: all for which there is no way.</exception>
    public PlannedSteps Steps()
    {
        var bodies = new BodyWork(_changes, _to, _server);
        var keys = new ForeignKeyWork(_changes, _from, _to, _server, _values);
        _steps.Add(Phase.Databases, DatabaseWork.Comes(_changes, _server));
        _steps.Add(Phase.DropBodies, bodies.Drops());
        _steps.Expand(() => _steps.Add(Phase.Rename, _renames.Steps(_from)));
        _steps.Expand(() => _steps.Add(Phase.DropForeignKeys, keys.Drops()));
        _steps.Add(Phase.DropTables, DropTables(read: false));
        _steps.Expand(() => _steps.Add(Phase.Sequences, SequenceWork.Comes(_changes)));
        foreach (var table in _changes.Where(c => !c.Owner.IsEmpty || c is Change.Alter { After: Table })
            .GroupBy(c => c.Owner.IsEmpty ? c.Id.QualifiedName : c.Owner)) _steps.Expand(() => Alter(table.Key, [.. table]));
        _steps.Add(Phase.DropReadTables, DropTables(read: true));
        _steps.Add(Phase.MakeRoom, SequenceWork.Goes(_changes, isInTheWay: true));
        _steps.Add(Phase.Create, CreateTables(keys));
        _steps.Expand(() => AddForeignKeys(keys));
        _steps.Add(Phase.DropSequences, SequenceWork.Goes(_changes, isInTheWay: false));
        _steps.Expand(() => _steps.Add(Phase.CreateBodies, bodies.Creates()));
        _steps.Add(Phase.DropDatabases, DatabaseWork.Goes(_changes));
        foreach (var check in DatabaseWork.Checks(_changes)) _steps.Ask(check);
        var steps = _steps.InOrder();
        return steps with { Steps = new ZeroDates(_from, _to, _server).Around(steps.Steps).ToEquatableArray() };
    }

    private void Alter(QualifiedName name, IReadOnlyList<Change> changes)
    {
        var whole = new TableWork(Before(name), After(name), changes, _server, _values);
        var filled = FilledTable.Is(changes, _values)
            ? new FilledTable(Before(name), After(name), _values, _server, _dialect, _to.Form)
            : null;
        whole.Refuse(_from.Objects.OfType<Trigger>()
            .Where(t => !_changes.Any(c => c.Owner.IsEmpty && c is not Change.Add && c.Subject.Key == t.Key)));
        // A question names things as they are before the renames. Where something of a table is renamed, the statements
        // themselves decide, all but one.
        foreach (var check in IsRenamed(name) ? whole.RowsUnder(_diff.Former.Of(name))
            : whole.DataChecks.Concat(filled?.DataChecks() ?? [])) _steps.Ask(check);
        _steps.Add(Phase.Alter, filled?.Steps() ?? whole.Steps());
    }

    private void AddForeignKeys(ForeignKeyWork keys)
    {
        foreach (var check in keys.DataChecks(IsRenamed)) _steps.Ask(check);
        _steps.Add(Phase.ForeignKeys, keys.Adds());
    }

    private bool IsRenamed(QualifiedName table) => _diff.Former.Tables.Contains(table);

    private Table Before(QualifiedName name) => _from.Tables.Single(t => t.Name == name);

    private Table After(QualifiedName name) => _to.Tables.Single(t => t.Name == name);

    /// <summary>Tables that go; those that rows get their values from only after that.</summary>
    private IEnumerable<Step> DropTables(bool read)
    {
        // A table goes before those it refers to; keys that close a circle are gone by now.
        var dropped = _changes.OfType<Change.Drop>().Where(d => d.Before is Table && _values.Reads(d.Before.LocalName) == read)
            .ToDictionary(d => ((Table)d.Before).Name);
        foreach (var table in Needs.Order(dropped.Values.Select(d => (Table)d.Before)).Reverse())
        {
            var path = ObjectId.Of(table);
            yield return new Step
            {
                Sql = $"DROP TABLE {MySqlText.Quote(table.Name)}", Serves = $"drop {path}", Subject = path,
                Transaction = TransactionMode.None, Lock = LockMode.BlocksReads, Rows = RowAccess.Rewrite,
                Hazards = [PlanHazards.Loses(path, $"dropping {path}")],
                Reverse = new(ReverseKind.Impossible, "the rows are gone; only the empty table comes back"),
            };
        }
    }

    private IEnumerable<Step> CreateTables(ForeignKeyWork keys)
    {
        foreach (var table in keys.NewTables)
        {
            var path = ObjectId.Of(table);
            yield return new Step
            {
                Sql = _render.Create(table, f => keys.IsInline(table, f)), Serves = $"add {path}",
                Subject = path, Transaction = TransactionMode.None,
                Reverse = new(ReverseKind.Sql, $"DROP TABLE {MySqlText.Quote(table.Name)}"),
            };
        }
    }
}
