namespace SchemaSync.Engine.Planning;

/// <summary>
/// Puts declared SQL among the steps of a plan: before the first and after the last of them, or of those about one object. Pure.
/// </summary>
internal static class HookPass
{
    /// <summary>The steps with those around them.</summary>
    /// <param name="steps">The steps of a diff.</param>
    /// <param name="diff">The diff.</param>
    /// <param name="owed">
    /// What runs that died or failed may have done already, without coming to what runs after it; empty where the last one succeeded.
    /// </param>
    /// <param name="dialect">The dialect of all.</param>
    public static EquatableArray<Step> Around(EquatableArray<Step> steps, Diff diff, EquatableArray<Change> owed, Dialect dialect)
    {
        var said = diff.To.Intents.Where(i => i.IsHook).OrderBy(i => i.Order ?? 0).ToList();
        if (said.Count == 0 || (steps.IsEmpty && owed.IsEmpty)) return steps;
        PlacedHooks.Check(said, diff, dialect);
        var rules = dialect.Hooks!;
        var all = steps.ToList();
        foreach (var hooks in said.Where(i => i.Subject != Intent.Run).GroupBy(i => i.Subject))
        {
            var changes = diff.Changes.Where(c => IsAbout(c, hooks.Key)).ToList();
            var isOwed = owed.Any(c => IsAbout(c, hooks.Key));
            if (changes.Count == 0 && !isOwed) continue;
            var own = all.FindIndex(s => IsAbout(s, hooks.Key)) is >= 0 and var first
                ? (First: first, End: all.FindLastIndex(s => IsAbout(s, hooks.Key)) + 1)
                : (First: 0, End: all.Count);
            all.InsertRange(own.End, hooks.Where(i => i.Kind == IntentKind.After).Select(i => Of(i, rules)));
            // What is only made has nothing before it.
            if (changes.Exists(c => c is not Change.Add || (c.Subject is SchemaPart && !hooks.Key.Kind.IsPart)))
                all.InsertRange(own.First, hooks.Where(i => i.Kind == IntentKind.Before).Select(i => Of(i, rules)));
        }

        var run = said.Where(i => i.Subject == Intent.Run).ToLookup(i => i.Kind, i => Of(i, rules));
        return [.. steps.IsEmpty ? [] : run[IntentKind.Before], .. all, .. run[IntentKind.After]];
    }

    /// <summary>What lies between the beginning of a run that did not come to its end, and what it was on its way to.</summary>
    public static EquatableArray<Change> Owed(Snapshot? began, Snapshot target, Dialect dialect) =>
        began is null || began.Form != target.Form || !target.Intents.Any(i => i.IsHook) ? []
            // What was renamed since then counts as made: only that it changed matters here.
            : Differ.Compare(target.Settle(began), target.State(), dialect).Changes;

    /// <summary>The names that they may speak of.</summary>
    public static HashSet<string> Names(IEnumerable<Step> steps, Dialect dialect) =>
        steps.Where(s => s is { IsHook: true, IsUntried: false }).SelectMany(s => dialect.NamesIn(s.Sql)).ToHashSet(dialect.Names);

    /// <summary>Whether a ledger's words for a step say that it was one.</summary>
    public static bool IsHook(string serves) =>
        serves.StartsWith(Serves(IntentKind.Before), StringComparison.Ordinal)
        || serves.StartsWith(Serves(IntentKind.After), StringComparison.Ordinal);

    private static string Serves(IntentKind kind) => $"run {PlacedHooks.Attribute(kind)}";

    private static Step Of(Intent intent, HookRules rules) => new()
    {
        Sql = intent.Sql!,
        TransactionalSql = rules.Transaction == TransactionMode.Shared ? null : intent.Sql,
        IsHook = true,
        IsUntried = intent.Unproved,
        Written = PlacedHooks.Written(intent),
        Serves = $"run {PlacedHooks.Written(intent)}",
        Subject = intent.Subject,
        Transaction = rules.Transaction,
        // Nobody knows; rows are what it is for.
        Lock = LockMode.BlocksWrites,
        Rows = RowAccess.Scan,
        Hazards = intent.Unproved ? [PlanHazards.Untried(intent.Subject, PlacedHooks.Written(intent))] : [],
        Reverse = new(ReverseKind.Impossible, "it is not run backwards, and what it did to rows stays"),
    };

    // A table with all that is in it; a column also where its table comes.
    private static bool IsAbout(Change change, ObjectId subject) => change.Id == subject
        || (!subject.Kind.IsPart && change.Subject is SchemaPart && change.Owner == subject.QualifiedName)
        || (subject.Kind.IsPart && change is Change.Add { After: Table added } && added.Name == subject.OwnerName);

    private static bool IsAbout(Step step, ObjectId subject) => !step.IsHook && (step.Subject == subject
        || (!subject.Kind.IsPart && step.Subject.Kind.IsPart && step.Subject.OwnerName == subject.QualifiedName)
        || (subject.Kind.IsPart && !step.Subject.Kind.IsPart && step.Subject.QualifiedName == subject.OwnerName
            && step.Subject.Kind == ObjectKind.Table));
}
