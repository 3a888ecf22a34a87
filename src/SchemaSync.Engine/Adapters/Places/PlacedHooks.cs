namespace SchemaSync.Engine.Adapters.Places;

/// <summary>Whether declared statements stay what they are: one, about the database alone, and on scratch nowhere else.</summary>
internal static class PlacedHooks
{
    private const string NotThere = "which a scratch database does not hold", Advice = "; with Unproved = true it is not tried there";

    /// <summary>Refuses those that do not.</summary>
    /// <exception cref="SchemaSyncException">SSY0227: for each such text. SSY0202: the database runs none.</exception>
    public static void Check(IEnumerable<Intent> hooks, Diff diff, Dialect dialect)
    {
        var findings = new List<Diagnostic>();
        foreach (var hook in hooks)
        {
            if (dialect.Hooks is not { } rules)
                findings.Add(Diagnostic.Of(InspectionDiagnostics.Unsupported, Written(hook), $"SQL that {dialect.Provider} does not run"));
            else if ((rules.Fault(hook.Sql!, !hook.Unproved) ?? (hook.Unproved ? null : Beyond(hook.Sql!, Objects(diff), Managed(diff.To),
                rules, dialect) is { } beyond ? beyond + Advice : null)) is { } fault)
                findings.Add(Diagnostic.Of(InspectionDiagnostics.LeavesItsPlace, Written(hook), "SQL", fault)
                    with { Subject = hook.Subject });
        }

        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    /// <summary>The same for objects that are SQL alone: what makes them is tried in any case.</summary>
    /// <exception cref="SchemaSyncException">SSY0227: for each such text.</exception>
    public static void Check(IEnumerable<SqlObject> objects, Diff diff, Dialect dialect)
    {
        var findings = from subject in objects
                       from text in subject.Create.Select(sql => (Where: "Create", Sql: sql))
                           .Concat(subject.Drop.Select(sql => (Where: "Drop", Sql: sql)))
                       let fault = dialect.Hooks!.Fault(text.Sql, isTried: true) ?? Elsewhere(text.Sql, diff, dialect)
                       where fault is not null
                       select Diagnostic.Of(InspectionDiagnostics.LeavesItsPlace, ObjectId.Of(subject).ToString(), text.Where, fault)
                           with { Subject = ObjectId.Of(subject) };
        if (findings.ToList() is { Count: > 0 } all) throw new SchemaSyncException(all);
    }

    /// <summary>Refuses a seed that would do something in another place, on scratch as well.</summary>
    /// <exception cref="SchemaSyncException">SSY0616: it would.</exception>
    public static void CheckSeed(IEnumerable<Step> seed, Snapshot target, Dialect dialect)
    {
        foreach (var step in seed)
            if (Beyond(step.Sql, target.Objects, Managed(target), dialect.Hooks!, dialect) is { } fault)
                throw new SchemaSyncException(TenancyDiagnostics.BadSeed, step.Written, $"a statement {fault}");
    }

    private static string? Elsewhere(string sql, Diff diff, Dialect dialect) => dialect.Hooks!.StaysOnScratch ? null
        : dialect.OtherPlaces(AsBody(sql), Managed(diff.To)).Select(p => $"names {p}, which a scratch database does not hold")
            .FirstOrDefault();

    private static IEnumerable<TopLevelObject> Objects(Diff diff) => diff.From.Objects.Concat(diff.To.Objects);

    private static HashSet<string> Managed(Snapshot target) =>
        target.Objects.OfType<Schema>().Select(s => s.Name.Name.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>What messages call one.</summary>
    public static string Written(Intent hook) =>
        $"{Attribute(hook.Kind)} of {(hook.Subject == Intent.Run ? "the assembly" : hook.Subject)}";

    /// <summary>The attribute as it is written.</summary>
    public static string Attribute(IntentKind kind) => kind == IntentKind.Before ? "[BeforeSync]" : "[AfterSync]";

    /// <summary>The statement as what has a body, so that its names are read as those of bodies are.</summary>
    public static Routine AsBody(string sql) => new()
    {
        Name = new QualifiedName("__schemasync_hook"),
        IsProcedure = true,
        Body = new(sql),
    };

    // What a body does in another database of the server would be done while the plan is only made.
    private static string? Beyond(string sql, IEnumerable<TopLevelObject> objects, HashSet<string> managed, HookRules rules,
        Dialect dialect)
    {
        if (rules.StaysOnScratch) return null;
        if (dialect.OtherPlaces(AsBody(sql), managed).FirstOrDefault() is { } place) return $"names {place}, {NotThere}";
        var bodies = from subject in objects
                     where subject is Routine or Trigger
                     from other in dialect.OtherPlaces(subject, managed)
                     select $"may run {ObjectId.Of(subject)}, which names {other}, {NotThere}";
        return bodies.FirstOrDefault();
    }
}
