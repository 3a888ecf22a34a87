namespace SchemaSync.MySql.Planning;

/// <summary>
/// Orders a diff into statements: bodies that go, foreign keys that go, renames, tables that go, alterations, new tables, foreign
/// keys that come, bodies that come. Every statement commits by itself, so the order is also what a run that dies leaves behind.
/// </summary>
internal sealed class MySqlPlanner
{
    private readonly MySqlCapabilities _server;
    private readonly Render _render;
    private readonly RenameWork _renames;
    private readonly Snapshot _from, _to;
    private readonly EquatableArray<Change> _changes;
    private readonly MySqlDialect _dialect;
    private readonly RowValues _values;

    public MySqlPlanner(Diff diff, MySqlCapabilities server, MySqlDialect dialect)
    {
        (_server, _render, _renames, _to, _dialect) = (server, new(server), new(diff, server, dialect), diff.To, dialect);
        // What is left once the renames are done, and the server has renamed what follows them.
        _from = _renames.Apply();
        _changes = Differ.Compare(_from,
            new Snapshot { Form = diff.To.Form, Objects = diff.To.Objects, Synonyms = diff.To.Synonyms, Intents = diff.To.End().Intents },
            dialect).Changes;
        _values = RowValues.Of(_changes, diff.To, dialect);
    }

    /// <summary>Steps and questions.</summary>
    public PlannedSteps Plan()
    {
        var work = _changes.Where(c => !c.Owner.IsEmpty || c is Change.Alter { After: Table })
            .GroupBy(c => c.Owner.IsEmpty ? c.Id.QualifiedName : c.Owner)
            .Select(g => (Whole: new TableWork(Before(g.Key), After(g.Key), [.. g], _server, _values), Filled: FilledTable.Is(g, _values)
                ? new FilledTable(Before(g.Key), After(g.Key), _values, _server, _dialect, _to.Form) : null)).ToList();
        var bodies = new BodyPlanner(_changes, _to, _server);
        var triggers = _from.Objects.OfType<Trigger>()
            .Where(t => !_changes.Any(c => c.Owner.IsEmpty && c is not Change.Add && c.Subject.Key == t.Key)).ToList();
        foreach (var one in work) one.Whole.Refuse(triggers);
        var keys = new ForeignKeyPlanner(_changes, _from, _to, _server);
        // A question names things as they are before the renames. Where something of a table
        // is renamed, the statements themselves decide, all but one.
        var touched = _renames.Touched();
        var checks = work
            .SelectMany(w =>
                touched.TryGetValue(w.Whole.Name, out var former)
                    ? w.Whole.RowsUnder(former)
                    : w.Whole.DataChecks.Concat(w.Filled?.DataChecks() ?? [])).Concat(keys.DataChecks(touched.ContainsKey))
                    .Concat(DatabaseWork.Checks(_changes)).Distinct();
        IEnumerable<Step> steps =
        [
            .. DatabaseWork.Comes(_changes, _server), .. bodies.Drops(), .. _renames.Steps(_from), .. keys.Drops(),
            .. DropTables(read: false), .. MariaDbSequenceWork.Comes(_changes),
            .. work.SelectMany(w => w.Filled?.Steps() ?? w.Whole.Steps()), .. DropTables(read: true),
            .. MariaDbSequenceWork.Goes(_changes, isInTheWay: true), .. CreateTables(keys), .. keys.Adds(),
            .. MariaDbSequenceWork.Goes(_changes, isInTheWay: false), .. bodies.Creates(), .. DatabaseWork.Goes(_changes),
        ];
        return new(checks.ToEquatableArray(), new ZeroDates(_from, _to, _server).Around(steps).ToEquatableArray());
    }

    private Table Before(QualifiedName name) => _from.Tables.Single(t => t.Name == name);

    private Table After(QualifiedName name) => _to.Tables.Single(t => t.Name == name);

    /// <summary>Tables that go; those that rows get their values from only after that.</summary>
    private IEnumerable<Step> DropTables(bool read)
    {
        // A table goes before those it refers to; keys that close a circle are gone by now.
        var dropped = _changes.OfType<Change.Drop>().Where(d => d.Before is Table && _values.Reads(d.Before.LocalName) == read)
            .ToDictionary(d => ((Table)d.Before).Name);
        foreach (var table in Order.ByDependency(dropped.Values.Select(d => (Table)d.Before)).Reverse())
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

    private IEnumerable<Step> CreateTables(ForeignKeyPlanner keys)
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
