namespace SchemaSync.PostgreSql.Planning;

/// <summary>New and vanishing objects, and bodies in the order in which they may be dropped and made.</summary>
internal sealed class ObjectWork(PlanState state, PlanSteps steps, Bodies bodies)
{
    /// <summary>Bodies that are made only after what runs online; known once they are planned.</summary>
    public HashSet<ObjectId> Late { get; } = [];

    private readonly LateWork _late = new(state, steps, bodies);

    // Views that are dropped: a function that takes or returns a row of one has to go before it.
    private readonly HashSet<QualifiedName> _views = bodies.Dropped
        .Where(b => b is View or MaterializedView).Select(b => b.Name).ToHashSet();

    /// <summary>Bodies that go or stand in the way, each before what it needs.</summary>
    public void DropBodies()
    {
        foreach (var body in bodies.Dropped.Where(b => !GoesLast(b)))
        {
            var path = ObjectId.Of(body);
            // Renames of tables come later: a trigger hangs on its table by the table's present name.
            var present = body switch
            {
                Trigger trigger when !RenameWork.IsAhead(state, trigger.On) => trigger with { On = state.Present(trigger.On) },
                Routine routine => state.Present(routine),
                _ => body,
            };
            if (ComesBack(body))
                steps.Add(Phase.DropBodies, PlanSteps.New($"keep the rights on {path}", path, KeptGrants.Keep(body, present)));
            steps.Add(Phase.DropBodies,
                PlanSteps.Brief(state.Serves(path), path, ObjectText.Drop(present), ObjectText.Create(body).First()));
        }
    }

    /// <summary>Bodies that are new, changed, or stood in the way, each after what it needs.</summary>
    public void CreateBodies(IReadOnlySet<QualifiedName> keysToCome)
    {
        var late = new HashSet<QualifiedName>();
        foreach (var (body, before) in bodies.Created)
        {
            var isLate = body is not (Trigger or Routine) && state.Uses.Of(body).Any(n => late.Contains(n) || keysToCome.Contains(n));
            if (isLate && late.Add(body.Name)) Late.Add(ObjectId.Of(body));
            if (IsEarly(body)) continue;
            var phase = isLate ? Phase.LateBodies : Phase.CreateBodies;
            foreach (var sql in ObjectText.Create(body))
                steps.Add(phase,
                    PlanSteps.Brief(state.Serves(ObjectId.Of(body)), ObjectId.Of(body), sql,
                        before is null ? ObjectText.Drop(body) : null));
            GiveRights(phase, body);
            _late.Made(phase, body.Name);
        }
    }

    /// <summary>Types, sequences, routines and tables that are new, each after what it needs.</summary>
    public void Create()
    {
        var added = state.Diff.Changes.OfType<Change.Add>().Where(c => c.After is TopLevelObject top && !Bodies.IsBody(top))
            .Select(c => (TopLevelObject)c.After).ToList();
        var created = bodies.Created.Select(c => c.After).ToList();
        var toCome = added.Concat(created).Where(o => o is not Trigger).Select(o => o.Name).ToHashSet();
        foreach (var made in state.Uses.Order(added.Concat(created.Where(IsEarly))))
        {
            var subject = made is Table table ? _late.Without(Named(table), toCome) : made;
            var path = ObjectId.Of(subject);
            // A new partition locks the table it becomes a part of, and has the server look through the one that holds all other rows.
            var isJoining = subject is Table { PartitionOf: var parent } && state.FromTables.ContainsKey(parent);
            var rest = isJoining
                ? state.FromTables.Values.Concat(state.Others)
                    .FirstOrDefault(t => t.PartitionOf == ((Table)subject).PartitionOf && t.Bound?.Text == "DEFAULT")
                : null;
            if (rest is not null) new PartitionQuestions(state, steps).AskNew(path, (Table)subject, rest);
            foreach (var (sql, isFirst) in ObjectText.Create(subject).Select((sql, i) => (sql, i == 0)))
                Make(subject, path, sql, isJoining, isFirst ? rest : null);
            GiveRights(Phase.Create, subject);
            toCome.Remove(subject.Name);
            _late.Made(Phase.Create, subject.Name);
        }

        foreach (var table in added.OfType<Table>()) FinishTable(table);
        foreach (var sequence in added.OfType<Sequence>().Where(s => s.OwnedBy is not null)) Own(sequence, sequence.OwnedBy!);
    }

    private void Make(TopLevelObject subject, ObjectId path, string sql, bool isJoining, Table? lookedThrough) =>
        steps.Add(subject is Schema ? Phase.Schemas : Phase.Create,
            PlanSteps.New(state.Serves(path), path, sql, ObjectText.Drop(subject)) with
        {
            Lock = isJoining ? LockMode.BlocksReads : LockMode.None,
            Rows = lookedThrough is null ? RowAccess.None : RowAccess.Scan,
            Hazards = lookedThrough is null
                ? []
                : [PlanHazards.BlocksReads(path, $"add {path}", lookedThrough.Name),
                    PlanHazards.MayFail(path, $"add {path}", lookedThrough.Name, "it belongs to the new partition")],
        });

    /// <summary>Objects that go, each before what it needs; what hangs on a table goes with it.</summary>
    public void Drop()
    {
        var dropped = state.Diff.Changes.OfType<Change.Drop>().Where(c => c.Before is TopLevelObject top && !Bodies.IsBody(top)).ToList();
        var tables = dropped.Select(d => d.Before).OfType<Table>().ToList();
        foreach (var key in tables.SelectMany(t =>
            t.ForeignKeys.Where(f => f.ReferencedTable != t.Name && tables.Any(o => o.Name == f.ReferencedTable)).Select(f => (t, f))))
            steps.Add(Phase.DropForeignKeys,
                PlanSteps.Brief(state.Serves(ObjectId.Of(key.t)), ObjectId.Of(key.t.Name, key.f),
                    $"ALTER TABLE {Q(key.t.Name)} DROP CONSTRAINT {Q(key.f.Name)}"));
        _late.Detach(tables, bodies.Dropped.Where(b => b is not Trigger && !GoesLast(b)).Select(b => b.Name).ToHashSet());
        var inTheWay = InTheWay(dropped);
        foreach (var subject in Enumerable.Reverse(state.Uses.Order(dropped.Select(d => (TopLevelObject)d.Before)
            .Concat(bodies.Dropped.Where(GoesLast)))))
        {
            if (subject is Sequence { OwnedBy: { } owner } && IsGone(owner)) continue;
            var path = ObjectId.Of(subject);
            var isKept = state.Remade.Keeps(subject.Name);
            var loses = subject is Table { PartitionBy: null } && !isKept;
            if (subject is Schema schema) steps.Ask(SchemaWork.MustBeEmpty(schema, state.Diff.Changes));
            var serves = isKept ? state.Serves(path) : $"drop {path}";
            steps.Add(GoesIn(subject, inTheWay), PlanSteps.Brief(serves, path, ObjectText.Drop(subject), null, subject switch
            {
                Table when isKept => [],
                Table or Sequence => [PlanHazards.Loses(path, $"dropping {path}")],
                Extension => [PlanHazards.Extension(new Change.Drop(default, subject))],
                _ => [],
            }) with
            {
                Reverse = loses
                    ? new(ReverseKind.Impossible, "the rows are gone; only the empty table comes back")
                    : new(ReverseKind.Sql, ObjectText.Create(subject).First()),
            });
        }
    }

    private Phase GoesIn(TopLevelObject subject, HashSet<TopLevelObject> inTheWay)
    {
        if (subject is Routine && state.Replaced.Contains(subject.Name)) return Phase.MakeRoom;
        if (OutlastsIndexes(subject)) return Phase.LateBodies;
        // A function over rows of a table goes before the table.
        if (inTheWay.Contains(subject) || (subject is Routine && state.Uses.Of(subject).Overlaps(inTheWay.Select(o => o.Name))))
            return Phase.MakeRoom;
        return state.Values.Reads(subject.LocalName) ? Phase.OnlineDrops : Phase.DropObjects;
    }

    /// <summary>What has a name that something new needs, and what is built on it: it goes before anything new comes.</summary>
    private HashSet<TopLevelObject> InTheWay(List<Change.Drop> dropped)
    {
        var needed = state.Diff.Changes.Where(c => c is Change.Add).SelectMany(c => c.Comes).SelectMany(state.Needs).ToHashSet();
        var found = new HashSet<TopLevelObject>(dropped.Where(d => d.Goes.SelectMany(state.Slots).Any(needed.Contains))
            .Select(d => (TopLevelObject)d.Before), ReferenceEqualityComparer.Instance);
        // A partition that comes, or gets other bounds, may take the rows that one took that goes.
        var parents = state.Diff.Changes.Where(c => c is Change.Add || (c is Change.Alter { Before: Table b, After: Table a }
                && (b.Bound != a.Bound || b.PartitionOf != a.PartitionOf))).Select(c => c.Subject).OfType<Table>()
            .Select(t => t.PartitionOf).Where(p => !p.IsEmpty).ToHashSet();
        found.UnionWith(dropped.Select(d => d.Before).OfType<Table>().Where(t => parents.Contains(t.PartitionOf)));
        found.UnionWith(CompositeWork.KeepersThatGo(state));
        while (dropped.Select(d => (TopLevelObject)d.Before)
            .FirstOrDefault(d =>
                !found.Contains(d)
                    && (found.Any(f => state.Uses.Of(d).Contains(f.Name)) || state.Uses.Of(d).Overlaps(state.Replaced))) is { } user)
                        found.Add(user);
        var going = dropped.Select(d => d.Id).ToHashSet();
        foreach (var subject in found)
        {
            var user = state.From.FirstOrDefault(o =>
                !Bodies.IsBody(o) && !going.Contains(ObjectId.Of(o)) && o.Name != subject.Name && state.Uses.Of(o).Contains(subject.Name));
            if (user is not null)
                throw PlanState.CannotPlan(ObjectId.Of(subject), $"put something else in the place of {ObjectId.Of(subject)}",
                    $"{ObjectId.Of(user)} uses it");
        }

        return found;
    }

    // A trigger has no rights of its own.
    private bool ComesBack(TopLevelObject body) =>
        body is not Trigger && bodies.IsDropped(ObjectId.Of(body)) && state.To.Any(o => o.Kind == body.Kind && o.Key == body.Key);

    private void GiveRights(Phase phase, TopLevelObject body)
    {
        var path = ObjectId.Of(body);
        if (!Bodies.IsBody(body) || !ComesBack(body)) return;
        // Default privileges gave the new one more than the old one had.
        if (body is IGrantable { Grants: not null })
            steps.Add(phase, PlanSteps.New($"keep the rights on {path}", path, GrantText.RevokeEverything(body)));
        steps.Add(phase, PlanSteps.New($"keep the rights on {path}", path, KeptGrants.Give(body)));
    }

    /// <summary>A constraint with a comment needs a name to be spoken of.</summary>
    private Table Named(Table table)
    {
        T Name<T>(T constraint)
            where T : SchemaPart => constraint.Comment is null ? constraint : (T)ConstraintName.Give(table, constraint, state);
        return table with
        {
            PrimaryKey = table.PrimaryKey is { } key ? Name(key) : null,
            UniqueConstraints = table.UniqueConstraints.Select(Name).ToEquatableArray(),
            CheckConstraints = table.CheckConstraints
                .Select(c => c.NotValid ? (CheckConstraint)ConstraintName.Give(table, c, state) : Name(c)).ToEquatableArray(),
            ExclusionConstraints = table.ExclusionConstraints.Select(Name).ToEquatableArray(),
        };
    }

    private void FinishTable(Table table)
    {
        var path = ObjectId.Of(table);
        foreach (var declared in table.ForeignKeys)
        {
            var key = (ForeignKey)ConstraintName.Give(table, declared, state);
            var isLate = state.FromTables.TryGetValue(key.ReferencedTable, out var before) && !HasKey(before, key);
            // Locks the other table against writers, but reads no row: this one is empty.
            steps.Add(isLate ? Phase.OnlineKeys : Phase.Keys,
                PlanSteps.New(state.Serves(path), ObjectId.Of(table.Name, key),
                    $"ALTER TABLE {Q(table.Name)} ADD {ConstraintText.Define(key)}",
                    $"ALTER TABLE {Q(table.Name)} DROP CONSTRAINT {Q(key.Name)}") with
            {
                Lock = before is null && !state.IsOutside(key.ReferencedTable) ? LockMode.None : LockMode.BlocksWrites,
            });
            if (key.Comment is { } comment)
                steps.Add(isLate ? Phase.OnlineKeys : Phase.Keys,
                    PlanSteps.New(state.Serves(path), path, CommentText.Set(table.Name, key, comment)));
        }

        foreach (var policy in table.Policies)
        {
            steps.Add(Phase.Policies, PlanSteps.New(state.Serves(path), path, BodyText.Create(table.Name, policy)));
            if (policy.Comment is { } comment)
                steps.Add(Phase.Policies, PlanSteps.New(state.Serves(path), path, CommentText.Set(table.Name, policy, comment)));
        }

        foreach (var sql in TableText.Finish(table)) steps.Add(Phase.CreateBodies, PlanSteps.New(state.Serves(path), path, sql));
    }

    private void Own(Sequence sequence, ColumnReference owner)
    {
        var path = ObjectId.Of(sequence);
        steps.Add(Phase.Keys, PlanSteps.New(state.Serves(path), path, SequenceText.Own(sequence)));
        var numbers = state.ToTables.GetValueOrDefault(owner.Table)?.Column(owner.Column)?.Type.Native is "smallint"
            or "integer" or "bigint";
        if (!numbers || !state.Had(owner.Table, owner.Column)) return;
        // Rows are there already: their numbers must not be given out again.
        steps.Add(Phase.Keys,
            PlanSteps.New(state.Serves(path), path,
                SequenceText.BringBehind(PostgreSqlText.Literal(Q(sequence.Name)), Q(owner.Table), owner.Column)) with
                {
                    Rows = RowAccess.Scan,
                });
    }

    private static bool HasKey(Table table, ForeignKey key)
    {
        var columns = key.ReferencedColumns.ToHashSet();
        bool Same(IEnumerable<IndexPart> parts) => columns.Count == 0 || columns.SetEquals(parts.Select(p => p.Column));
        return (table.PrimaryKey is { } primary && Same(primary.Columns)) || table.UniqueConstraints.Any(u => Same(u.Columns))
            || table.Indexes.Any(i => i.Unique && Same(i.Columns));
    }

    // Functions are needed by defaults, checks and triggers; one whose body the server parses waits for what it reads.
    private bool IsEarly(TopLevelObject body) =>
        body is Routine { IsAtomic: false }
            && !state.Uses.Of(body).Any(n => bodies.Created.Any(c => c.After is View or MaterializedView && c.After.Name == n));

    // Defaults and checks that call it go with their columns and tables, and those only now.
    private bool GoesLast(TopLevelObject body) =>
        body is Routine { IsAtomic: false } routine
            && !state.To.Any(o => o is Routine other && other.Name == routine.Name && other.Signature == routine.Signature)
        && !state.Diff.Changes.Any(c =>
            (EnumSwap.Needs(c) || CompositeWork.IsReplaced(state, c)) && state.Uses.Of(body).Contains(c.Id.QualifiedName))
            && !state.Uses.Of(body).Overlaps(_views);

    // An index that goes online may call the function, or be of a class of the extension, until the end.
    private bool OutlastsIndexes(TopLevelObject subject)
    {
        var indexes = state.Diff.Changes.Where(c => c is Change.Drop { Before: Index } or Change.Alter { Before: Index })
            .Select(c => c is Change.Drop d ? d.Before : ((Change.Alter)c).Before);
        return subject switch
        {
            Routine => indexes.Any(i => ObjectUses.Names(i, subject.LocalName)),
            Extension => indexes.Any(),
            // After what stood in it.
            Schema => state.Diff.Changes.OfType<Change.Drop>()
                .Any(d => d.Before is Routine && d.Id.Schema == subject.LocalName && OutlastsIndexes((Routine)d.Before)),
            _ => false,
        };
    }

    private bool IsGone(ColumnReference owner) =>
        !state.ToTables.TryGetValue(owner.Table, out var table) || table.Column(owner.Column) is null
            || state.Remade.Contains(owner.Table);

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
