namespace SchemaSync.Sqlite.Planning;

/// <summary>Views and triggers: those that change go first and come back last.</summary>
/// <param name="diff">The diff.</param>
/// <param name="rebuilt">Tables that are copied, and whose triggers go with them.</param>
internal sealed class BodyWork(Diff diff, IReadOnlySet<QualifiedName> rebuilt)
{
    /// <summary>Adds the statements.</summary>
    public void Plan(StepList drops, StepList creates)
    {
        var bodies = Changed();
        foreach (var body in bodies.Where(b => b.Before is not null).OrderBy(b => b.Before is View)) Drop(drops, body);
        foreach (var body in bodies.Where(b => b.After is not null).OrderBy(b => b.After is Trigger)) Create(creates, body);
    }

    private sealed record Body(TopLevelObject? Before, TopLevelObject? After, bool IsChange);

    /// <summary>Views and triggers that differ, and unchanged ones that vanish with the
    /// table or view they are on, or would break meanwhile.</summary>
    private List<Body> Changed()
    {
        var bodies = diff.Changes.Where(c => c.Subject is View or Trigger).Select(c => c switch
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
        bodies.AddRange(diff.To.Objects.OfType<Trigger>()
            .Where(t => (views.Contains(t.On) || rebuilt.Contains(t.On)) && changed.Add(ObjectId.Of(t)))
            .Select(t => new Body(t, t, false)));
        return bodies.OrderBy(b => (b.After ?? b.Before)!.Name).ToList();
    }

    /// <summary>
    /// For a rename or a dropped column SQLite reads every body again (lang_altertable, sections 2 and 5), and refuses when one
    /// uses what is not there at that moment: a view that is dropped meanwhile, or something that this plan adds.
    /// </summary>
    private void AddDependents(HashSet<QualifiedName> views, HashSet<ObjectId> changed, List<Body> bodies)
    {
        if (!diff.Changes.Any(c => c is Change.Rename { After: Table or Column } or Change.Drop { Before: Column })) return;
        var missing = views.Select(v => v.Name)
            .Concat(diff.Changes.OfType<Change.Add>().Where(a => a.After is Table or Column or View).Select(a => a.After.LocalName))
            .ToHashSet();
        for (var more = true; more;)
        {
            more = false;
            foreach (var body in diff.To.Objects.Where(o => o is View or Trigger && !changed.Contains(ObjectId.Of(o))).ToList())
            {
                var texts = body is Trigger trigger ? new[] { trigger.Body, trigger.When } : [((View)body).Definition];
                if (!texts.OfType<SqlExpression>().Any(t => missing.Any(name => Questions.Uses(t, name)))) continue;
                bodies.Add(new(body, body, false));
                more = changed.Add(ObjectId.Of(body));
                if (body is View && views.Add(body.Name)) missing.Add(body.Name.Name);
            }
        }
    }

    private static void Drop(StepList steps, Body body)
    {
        var subject = body.Before!;
        steps.Add(new Step
        {
            Sql = $"DROP {subject.Kind.Name.ToUpperInvariant()} {SqliteText.Quote(subject.Name)}",
            Serves = body switch { { IsChange: false } => $"keep {ObjectId.Of(subject)}", { After: null } => $"drop {ObjectId.Of(subject)}",
                _ => $"alter {ObjectId.Of(subject)}" },
            Subject = ObjectId.Of(subject),
            Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, subject is View v ? Render.Create(v) : Render.Create((Trigger)subject)),
        });
    }

    private static void Create(StepList steps, Body body)
    {
        var subject = body.After!;
        steps.Add(new Step
        {
            Sql = subject is View view ? Render.Create(view) : Render.Create((Trigger)subject),
            Serves = body switch { { IsChange: false } => $"keep {ObjectId.Of(subject)}", { Before: null } => $"add {ObjectId.Of(subject)}",
                _ => $"alter {ObjectId.Of(subject)}" },
            Subject = ObjectId.Of(subject),
            Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, $"DROP {subject.Kind.Name.ToUpperInvariant()} {SqliteText.Quote(subject.Name)}"),
        });
    }
}
