namespace SchemaSync.MySql.Planning;

/// <summary>Views, triggers, routines and events: what goes first, what comes last.</summary>
internal sealed class BodyWork(EquatableArray<Change> changes, Snapshot to, MySqlCapabilities server)
{
    private IEnumerable<(TopLevelObject? Before, TopLevelObject? After, Change Change)> Bodies =>
        changes.Where(c => c.Owner.IsEmpty && c.Subject is View or Trigger or Routine or Event).Select(c => c switch
    {
        Change.Add add => (default(TopLevelObject?), (TopLevelObject?)add.After, c),
        Change.Drop drop => ((TopLevelObject?)drop.Before, null, c),
        Change.Alter alter => ((TopLevelObject?)alter.Before, (TopLevelObject?)alter.After, c),
        _ => throw new InvalidOperationException($"no {c.GetType().Name} of {Article.With(c.Subject.Kind)}"),
    });

    /// <summary>What goes, and triggers that change: a trigger that names a column that is gone would fail every write.</summary>
    public IEnumerable<Step> Drops()
    {
        var gone = changes.OfType<Change.Drop>().Where(d => d.Before is Table).Select(d => ((Table)d.Before).Name).ToHashSet();
        var dropped = Bodies.Where(b => b.Before is not null && (b.After is null || b.Before is Trigger))
            .Where(b => b.Before is not Trigger t || !gone.Contains(t.On)).ToList();
        var triggers = dropped.Where(b => b.Before is Trigger).OrderBy(b => b.Before!.LocalName);
        var others = Needs.Order(dropped.Select(b => b.Before!).Where(b => b is not Trigger)).Reverse();
        return triggers.Concat(others.Select(o => dropped.Find(d => ReferenceEquals(d.Before, o))))
            .Select(b => Drop(b.Before!, b.Change, b.After is null));
    }

    /// <summary>What comes or changes: routines, then views in the order in which they need each other, then triggers in theirs.</summary>
    public IEnumerable<Step> Creates()
    {
        var created = Bodies.Where(b => b.After is not null).ToList();
        foreach (var routine in created.Where(b => b.After is Routine).OrderBy(b => b.After!.Kind).ThenBy(b => b.After!.LocalName))
        {
            if (routine.Before is not null && !server.ReplacesBodies) yield return Drop(routine.Before, routine.Change, isFinal: false);
            foreach (var step in InMode(((Routine)routine.After!).Settings,
                Create(Render.Create((Routine)routine.After!, routine.Before is not null && server.ReplacesBodies), routine.After!,
                    routine.Before, routine.Change))) yield return step;
        }

        foreach (var view in Needs.Order(created.Select(b => b.After).OfType<View>()))
        {
            var body = created.Find(b => ReferenceEquals(b.After, view));
            yield return Create(Render.Create(view), view, body.Before, body.Change);
        }

        foreach (var trigger in InOrder(created.Select(b => b.After).OfType<Trigger>().ToList()))
        {
            var body = created.Find(b => ReferenceEquals(b.After, trigger));
            foreach (var step in InMode(trigger.Settings,
                Create(Render.Create(trigger, Next(trigger)), trigger, body.Before, body.Change))) yield return step;
        }

        foreach (var scheduled in created.Where(b => b.After is Event).OrderBy(b => b.After!.LocalName))
        {
            var after = (Event)scheduled.After!;
            var isNew = scheduled.Before is not Event before || Events.NeedsNew(before, after);
            if (isNew && scheduled.Before is not null) yield return Drop(scheduled.Before, scheduled.Change, isFinal: false);
            foreach (var step in InMode(after.Settings,
                Create(isNew ? Events.Create(after) : Events.Alter(after), after, scheduled.Before, scheduled.Change))) yield return step;
        }
    }

    // The nearest of those that are to follow which stays and so is there already.
    private Identifier Next(Trigger trigger)
    {
        for (var at = trigger; ;)
        {
            if (to.Objects.OfType<Trigger>().FirstOrDefault(t => t.On == trigger.On && t.Follows == at.Name.Name) is not { } next)
                return default;
            if (!changes.Any(c => c.Owner.IsEmpty && c.Subject.Key == next.Key && c is not Change.Drop)) return next.Name.Name;
            at = next;
        }
    }

    /// <summary>The session's sql_mode is kept with a body, and its time zone with an event. In statements of
    /// their own: MySQL takes a semicolon that follows for a part of the body.</summary>
    private IEnumerable<Step> InMode(EquatableArray<TableOption> settings, Step step)
    {
        return settings.IsEmpty
            ? [step]
            : [.. settings.Select(s => Set(s.Name, s.Value)), step,
                .. settings.Select(s => Set(s.Name, s.Name == "sql_mode" ? server.SqlMode : Events.OurZone))];
        Step Set(string name, string value) =>
            step with
            {
                Sql = $"SET SESSION {name} = {MySqlText.Literal(value)}",
                Lock = LockMode.None,
                Reverse = new(ReverseKind.Nothing),
            };
    }

    // A trigger after the one it follows.
    private static IEnumerable<Trigger> InOrder(List<Trigger> triggers)
    {
        var rest = triggers.OrderBy(t => t.Name).ToList();
        while (rest.Count > 0)
        {
            var next = rest.Find(t => !rest.Exists(o => o.On == t.On && o.Name.Name == t.Follows)) ?? rest[0];
            rest.Remove(next);
            yield return next;
        }
    }

    private static Step Create(string sql, SchemaObject after, SchemaObject? before, Change change) => new()
    {
        Sql = sql, Serves = change.ToString(), Subject = change.Id, Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
        Reverse = new(ReverseKind.Sql, before is null ? $"DROP {Word(after)} {Named(after)}" : CreateText(before)),
    };

    private static Step Drop(SchemaObject subject, Change change, bool isFinal) => new()
    {
        Sql = $"DROP {Word(subject)} {Named(subject)}", Serves = change.ToString(), Subject = change.Id,
        Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
        Hazards = isFinal ? [PlanHazards.Breaks(change, subject)] : [],
        Reverse = new(ReverseKind.Sql, CreateText(subject)),
    };

    private static string CreateText(SchemaObject subject) => subject switch
    {
        View view => Render.Create(view),
        Trigger trigger => Render.Create(trigger),
        Routine routine => Render.Create(routine),
        Event scheduled => Events.Create(scheduled),
        _ => throw new InvalidOperationException($"no body in {Article.With(subject.Kind)}"),
    };

    // A trigger is where its table is.
    private static string Named(SchemaObject subject) =>
        MySqlText.Quote(subject is Trigger trigger ? trigger.On.Sibling(trigger.LocalName) : ((TopLevelObject)subject).Name);

    private static string Word(SchemaObject subject) => subject.Kind.Name.ToUpperInvariant();
}
