namespace SchemaSync.Engine.Planning;

/// <summary>
/// Objects that are SQL alone, among the steps of a diff: each is made after what it needs, and dropped before that goes. What needs one
/// that goes, or something that the steps drop on their way, is dropped and made again. Pure.
/// </summary>
internal static class SqlObjectPass
{
    /// <summary>The diff without them: no planner knows them.</summary>
    public static Diff Without(Diff diff) => !diff.From.Objects.Concat(diff.To.Objects).Any(o => o is SqlObject) ? diff : diff with
    {
        From = diff.From.With(diff.From.Objects.Where(o => o is not SqlObject)),
        To = diff.To.With(diff.To.Objects.Where(o => o is not SqlObject)),
        Changes = diff.Changes.Where(c => c.Subject is not SqlObject).ToEquatableArray(),
        Replaced = [.. diff.Changes.OfType<Change.Alter>().Where(c => c is { Before: SqlObject b, After: SqlObject a }
            && b.Create != a.Create).Select(c => c.Id.QualifiedName)],
    };

    /// <summary>The steps with those of these objects among them.</summary>
    public static EquatableArray<Step> Among(EquatableArray<Step> steps, Diff diff, Dialect dialect)
    {
        var (from, to) = (Of(diff.From, dialect), Of(diff.To, dialect));
        if (from.Count + to.Count == 0) return steps;
        var going = Going(from, to, steps, dialect);
        var coming = to.Values.Where(o => !from.ContainsKey(ObjectId.Of(o)) || going.Contains(ObjectId.Of(o))).ToList();
        if (going.Count + coming.Count == 0) return steps;
        if (dialect.Hooks is not { } rules)
            throw new SchemaSyncException([.. coming.Select(o => Diagnostic.Of(InspectionDiagnostics.Unsupported, ObjectId.Of(o).ToString(),
                $"SQL that {dialect.Provider} does not run") with { Subject = ObjectId.Of(o) })]);
        var gone = from.Values.Where(o => going.Contains(ObjectId.Of(o))).ToList();
        PlacedHooks.Check(coming.Concat(gone), diff, dialect);
        var places = new Places(steps, dialect.Names, o => Users(o, diff.From, dialect));
        var words = diff.Changes.Where(c => c.Subject is SqlObject).GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First().ToString());
        string Serves(SqlObject made) => words.TryGetValue(ObjectId.Of(made), out var change) ? change : $"keep {ObjectId.Of(made)}";
        foreach (var one in Enumerable.Reverse(OrderPass.ByNeed(gone, o => o.Uses)))
            places.Drop(one, to.GetValueOrDefault(ObjectId.Of(one)), Statements(one, one.Drop, Serves(one), rules, isMade: false));
        foreach (var made in OrderPass.ByNeed(coming, o => o.Uses))
            places.Make(made, Statements(made, made.Create, Serves(made), rules, isMade: true));
        return places.All;
    }

    private static Dictionary<ObjectId, SqlObject> Of(Snapshot state, Dialect dialect) =>
        state.Objects.OfType<SqlObject>().ToDictionary(ObjectId.Of, new ObjectIdComparer(dialect.Names));

    private static HashSet<ObjectId> Going(
        Dictionary<ObjectId, SqlObject> from, Dictionary<ObjectId, SqlObject> to, EquatableArray<Step> steps, Dialect dialect)
    {
        var going = from.Values.Where(o => !to.TryGetValue(ObjectId.Of(o), out var after) || after.Create != o.Create)
            .Select(ObjectId.Of).ToHashSet(from.Comparer);
        var names = going.Select(id => id.QualifiedName).Concat(steps.Where(Places.IsDrop).Select(s => s.Subject.QualifiedName))
            .ToHashSet(new QualifiedNameComparer(dialect.Names));
        while (from.Values.FirstOrDefault(o => !going.Contains(ObjectId.Of(o)) && o.Uses.Any(names.Contains)) is { } next)
        {
            going.Add(ObjectId.Of(next));
            names.Add(next.Name);
        }

        return going;
    }

    // What names one is dropped before it, where the planner drops it at all.
    private static HashSet<ObjectId> Users(SqlObject one, Snapshot from, Dialect dialect)
    {
        var users = new HashSet<ObjectId>();
        foreach (var user in from.Objects.Where(o => o is not SqlObject))
        {
            user.MapExpressions(text =>
            {
                if (dialect.NamesIn(text.Text).Contains(one.LocalName.Value, dialect.Names)) users.Add(ObjectId.Of(user));
                return text;
            });
        }

        return users;
    }

    private static List<Step> Statements(SqlObject subject, EquatableArray<string> texts, string serves, HookRules rules, bool isMade) =>
        [.. texts.Select((sql, i) => new Step
        {
            Sql = sql,
            TransactionalSql = rules.Transaction == TransactionMode.Shared ? null : sql,
            Serves = serves,
            Subject = ObjectId.Of(subject),
            Makes = isMade && i == texts.Count - 1,
            Drops = !isMade && i == 0,
            Transaction = rules.Transaction,
            Lock = LockMode.BlocksReads,
            Hazards = isMade || i > 0 ? [] : [PlanHazards.DropsSqlObject(ObjectId.Of(subject), serves)],
            Reverse = new(ReverseKind.Sql, string.Join("; ", isMade ? subject.Drop : subject.Create)),
        })];

    /// <summary>Where among the steps each of them belongs.</summary>
    private sealed class Places(EquatableArray<Step> steps, StringComparer names, Func<SqlObject, IReadOnlySet<ObjectId>> users)
    {
        private readonly List<(int At, List<Step> Steps)> _inserted = [];
        private readonly Dictionary<string, int> _dropped = new(names), _made = new(names);
        private int _last;

        /// <summary>All steps in order.</summary>
        public EquatableArray<Step> All
        {
            get
            {
                var inserted = _inserted.ToLookup(i => i.At, i => i.Steps);
                return [.. Enumerable.Range(0, steps.Count + 1)
                    .SelectMany(i => inserted[i].SelectMany(s => s).Concat(i < steps.Count ? [steps[i]] : []))];
            }
        }

        /// <summary>Whether a step takes away what it is about.</summary>
        public static bool IsDrop(Step step) =>
            step.Subject is { IsListed: true } && step.Sql.StartsWith("DROP ", StringComparison.Ordinal);

        /// <summary>Before what it needs goes; else as late as what it is made again for allows.</summary>
        public void Drop(SqlObject gone, SqlObject? again, List<Step> statements)
        {
            var before = First(s => IsDrop(s) && Needs(gone, s));
            // Dependants come first in this order, and none may be left behind.
            var at = Math.Max(_last, Math.Min(before, again is null ? steps.Count : Math.Max(Behind(again), BehindUsers(again))));
            _last = at;
            _dropped[gone.Name.ToString()] = at;
            _inserted.Add((at, statements));
        }

        /// <summary>Behind what it needs, and behind its own end.</summary>
        public void Make(SqlObject made, List<Step> statements)
        {
            var others = made.Uses.Select(n => n.ToString()).Append(made.Name.ToString())
                .SelectMany(n => new[] { _dropped.GetValueOrDefault(n), _made.GetValueOrDefault(n) });
            var at = Math.Max(Behind(made), others.Append(0).Max());
            _made[made.Name.ToString()] = at;
            _inserted.Add((at, statements));
        }

        private int BehindUsers(SqlObject again)
        {
            var named = users(again);
            return Last(s => IsDrop(s) && named.Contains(s.Subject)) + 1;
        }

        private int Behind(SqlObject made) => Last(s => Needs(made, s)
            || s.Subject.Kind == ObjectKind.Schema || s.Subject.Kind == ObjectKind.Extension) + 1;

        private bool Needs(SqlObject made, Step step) =>
            made.Uses.Any(n => names.Equals(n.ToString(), step.Subject.QualifiedName.ToString()) && step.Subject.IsListed
                || names.Equals(n.ToString(), step.Subject.OwnerName.ToString()));

        private int First(Func<Step, bool> wanted)
        {
            for (var i = 0; i < steps.Count; i++) if (wanted(steps[i])) return i;
            return steps.Count;
        }

        private int Last(Func<Step, bool> wanted)
        {
            for (var i = steps.Count - 1; i >= 0; i--) if (wanted(steps[i])) return i;
            return -1;
        }
    }
}
