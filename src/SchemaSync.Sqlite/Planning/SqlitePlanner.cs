namespace SchemaSync.Sqlite.Planning;

/// <summary>
/// Orders a diff into statements. Bodies (views, triggers) that change go first and come back last; renames come before
/// everything that uses the new names; indexes go before and come after the tables they are on.
/// </summary>
internal sealed class SqlitePlanner
{
    private readonly Diff _diff;
    private readonly Dictionary<QualifiedName, Table> _from;
    private readonly Dictionary<QualifiedName, Table> _to;
    private readonly ILookup<QualifiedName, Change> _byTable;
    private readonly HashSet<QualifiedName> _rebuilt = [];
    private readonly StepList _steps;
    private readonly RowValues _values;

    public SqlitePlanner(Diff diff, Dialect dialect)
    {
        _diff = diff;
        _values = RowValues.Of(diff.Changes, diff.To, dialect);
        _steps = new(new(diff.From, diff.Changes.OfType<Change.Rename>()));
        // The start state as it is once the renames are done: every later statement uses the new names.
        _from = Renames.Find(diff.From, diff.To, dialect).Apply(diff.From).Tables.ToDictionary(t => t.Name);
        _to = diff.To.Tables.ToDictionary(t => t.Name);
        _byTable = diff.Changes.Where(c => c is not Change.Rename { After: Table or Column })
            .ToLookup(c => c is Change.Alter { After: Table table } ? table.Name : c.Owner);
    }

    /// <summary>Every statement in order, and what is asked before the first.</summary>
    public PlannedSteps Steps()
    {
        var work = _byTable.Where(group => !group.Key.IsEmpty)
            .Select(group => new TableWork(_from[group.Key], _to[group.Key], [.. group], _values)).ToList();
        _rebuilt.UnionWith(work.Where(w => w.NeedsRebuild).Select(w => w.Before.Name));
        var bodies = ChangedBodies();
        foreach (var body in bodies.Where(b => b.Before is not null).OrderBy(b => b.Before is View)) DropBody(body);
        SqliteRename.Add(_steps, _diff.Changes.OfType<Change.Rename>(), _diff.From);
        // What goes makes room for the names of what comes: a new table may take over the index names of an old one.
        foreach (var one in work) one.DropIndexes(_steps);
        var drops = Top<Change.Drop, Table>(c => c.Before).ToLookup(t => _values.Reads(t.LocalName));
        foreach (var drop in drops[false]) _steps.Add(DropTable(drop));
        foreach (var add in Top<Change.Add, Table>(c => c.After)) CreateTable(add);
        foreach (var one in work) one.ChangeTable(_steps);
        foreach (var drop in drops[true]) _steps.Add(DropTable(drop));
        foreach (var one in work) one.CreateIndexes(_steps);
        foreach (var body in bodies.Where(b => b.After is not null).OrderBy(b => b.After is Trigger)) CreateBody(body);
        CheckForeignKeys(work);
        return new(_steps.Questions, _steps.All.ToEquatableArray());
    }

    private IEnumerable<T> Top<TChange, T>(Func<TChange, SchemaObject> subject) where TChange : Change where T : SchemaObject =>
        _diff.Changes.OfType<TChange>().Where(c => c.Owner.IsEmpty).Select(subject).OfType<T>();

    private sealed record Body(TopLevelObject? Before, TopLevelObject? After, bool IsChange);

    /// <summary>Views and triggers that differ, and unchanged ones that vanish with the
    /// table or view they are on, or would break meanwhile.</summary>
    private List<Body> ChangedBodies()
    {
        var bodies = _diff.Changes.Where(c => c.Subject is View or Trigger).Select(c => c switch
        {
            Change.Add add => new Body(null, (TopLevelObject)add.After, true),
            Change.Drop drop => new Body((TopLevelObject)drop.Before, null, true),
            Change.Alter alter => new Body((TopLevelObject)alter.Before, (TopLevelObject)alter.After, true),
            _ => throw new InvalidOperationException($"no {c.GetType().Name} of {Article.With(c.Subject.Kind)}"),
        }).ToList();
        // By path: a view and a trigger may share a name.
        var changed = bodies.Select(b => ObjectId.Of((b.Before ?? b.After)!)).ToHashSet();
        var views = bodies.Select(b => b.Before).OfType<View>().Select(v => v.Name).ToHashSet();
        AddDependents(views, changed, bodies);
        bodies.AddRange(_diff.To.Objects.OfType<Trigger>()
            .Where(t => (views.Contains(t.On) || _rebuilt.Contains(t.On)) && changed.Add(ObjectId.Of(t)))
            .Select(t => new Body(t, t, false)));
        return bodies.OrderBy(b => (b.After ?? b.Before)!.Name).ToList();
    }

    /// <summary>
    /// For a rename or a dropped column SQLite reads every body again (lang_altertable, sections 2 and 5), and refuses when one
    /// uses what is not there at that moment: a view that is dropped meanwhile, or something that this plan adds.
    /// </summary>
    private void AddDependents(HashSet<QualifiedName> views, HashSet<ObjectId> changed, List<Body> bodies)
    {
        if (!_diff.Changes.Any(c => c is Change.Rename { After: Table or Column } or Change.Drop { Before: Column })) return;
        var missing = views.Select(v => v.Name)
            .Concat(_diff.Changes.OfType<Change.Add>().Where(a => a.After is Table or Column or View).Select(a => a.After.LocalName))
            .ToHashSet();
        for (var more = true; more;)
        {
            more = false;
            foreach (var body in _diff.To.Objects.Where(o => o is View or Trigger && !changed.Contains(ObjectId.Of(o))).ToList())
            {
                var texts = body is Trigger trigger ? new[] { trigger.Body, trigger.When } : [((View)body).Definition];
                if (!texts.OfType<SqlExpression>().Any(t => missing.Any(name => Questions.Uses(t, name)))) continue;
                bodies.Add(new(body, body, false));
                more = changed.Add(ObjectId.Of(body));
                if (body is View && views.Add(body.Name)) missing.Add(body.Name.Name);
            }
        }
    }

    private void DropBody(Body body)
    {
        var subject = body.Before!;
        _steps.Add(new Step
        {
            Sql = $"DROP {subject.Kind.Name.ToUpperInvariant()} {SqliteText.Quote(subject.Name)}",
            Serves = body switch { { IsChange: false } => $"keep {ObjectId.Of(subject)}", { After: null } => $"drop {ObjectId.Of(subject)}",
                _ => $"alter {ObjectId.Of(subject)}" },
            Subject = ObjectId.Of(subject),
            Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, subject is View v ? Render.Create(v) : Render.Create((Trigger)subject)),
        });
    }

    private void CreateBody(Body body)
    {
        var subject = body.After!;
        _steps.Add(new Step
        {
            Sql = subject is View view ? Render.Create(view) : Render.Create((Trigger)subject),
            Serves = body switch { { IsChange: false } => $"keep {ObjectId.Of(subject)}", { Before: null } => $"add {ObjectId.Of(subject)}",
                _ => $"alter {ObjectId.Of(subject)}" },
            Subject = ObjectId.Of(subject),
            Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, $"DROP {subject.Kind.Name.ToUpperInvariant()} {SqliteText.Quote(subject.Name)}"),
        });
    }

    private void CreateTable(Table table)
    {
        var path = ObjectId.Of(table);
        _steps.Add(new Step
        {
            Sql = Render.Create(table), Serves = $"add {path}", Subject = path, Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, $"DROP TABLE {SqliteText.Quote(table.Name)}"),
        });
        foreach (var index in table.Indexes) _steps.Add(TableWork.CreateIndex(table, index, $"add {path}"));
    }

    private static Step DropTable(Table table)
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

    /// <summary>
    /// With foreign_keys off nothing is checked on the way: ask before, and once more at the end, for every key that is new or whose values
    /// may be others now. Not for the rest: many databases hold orphans, and those that were there before are no reason to refuse another
    /// change.
    /// </summary>
    private void CheckForeignKeys(List<TableWork> work)
    {
        var orphans = new Orphans(_from, _to, _values);
        var dropped = Top<Change.Drop, Table>(c => c.Before).Select(t => t.Name).ToHashSet();
        var rebuilt = work.Where(w => w.NeedsRebuild).ToDictionary(w => w.After.Name, w => RebuildRisks.Recompared(w.Before, w.After));
        var keyed = work.Where(w => w.Changes.Any(c => c is Change.Add or Change.Alter && c.Subject is ForeignKey))
            .Select(w => w.After.Name).ToHashSet();
        foreach (var table in _to.Values.Where(t => _from.ContainsKey(t.Name) && !t.ForeignKeys.IsEmpty).OrderBy(t => t.Name))
        {
            if (!keyed.Contains(table.Name)
                && !table.ForeignKeys.Any(f =>
                    dropped.Contains(f.ReferencedTable) || Moved(table.Name, f.Columns) || Moved(f.ReferencedTable, f.ReferencedColumns)))
                        continue;
            orphans.Ask(_steps, table);
            _steps.Assert(ObjectId.Of(table),
                $"SELECT \"table\", \"rowid\", \"parent\" FROM pragma_foreign_key_check({StepList.Literal(table.Name)})",
                $"a row of {table.Name} refers to a row that is not there");
        }

        bool Moved(QualifiedName table, EquatableArray<Identifier> columns) =>
            rebuilt.TryGetValue(table, out var recompared) && columns.Any(recompared.Contains);
    }
}
