namespace SchemaSync.Engine.Execution.Scripts;

/// <summary>The objects of a database as its shell would look at them, by side and name.</summary>
internal sealed class ScriptStates : Dictionary<(string Side, string Name), ScriptStates.Row>
{
    /// <summary>One object.</summary>
    /// <param name="BareName">Its name alone.</param>
    /// <param name="State">What it is.</param>
    internal sealed record Row(string BareName, string State);

    /// <summary>Reads them.</summary>
    public static async Task<ScriptStates> ReadAsync(DatabaseSession session, ScriptShell shell, CancellationToken cancellationToken)
    {
        var states = new ScriptStates();
        foreach (var (side, name, bare,
            state) in await LedgerCommand.ReadAsync(session, shell.States,
                r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), cancellationToken).ConfigureAwait(false))
            states[(side, name)] = new(bare, state);
        // Without the ledger's look: until this has run, names are found in the managed schema
        // first, and whoever may create there would have theirs found.
        if (shell.StatesDone.Length > 0)
            await LedgerCommand.ReadUnseenAsync(session, shell.StatesDone, _ => true, cancellationToken).ConfigureAwait(false);
        return states;
    }

    /// <summary>Whether both are the same in everything.</summary>
    public bool IsEqualTo(ScriptStates other) =>
        Count == other.Count && this.All(s => other.TryGetValue(s.Key, out var row) && row == s.Value);

    /// <summary>
    /// What is ours before and after a plan. Scratch holds what the plan touches: an object that its proof changed is expected as
    /// scratch had it in the end, if scratch began with the same, and every other one as the database has it now.
    /// </summary>
    public static IReadOnlyList<ObjectState> Of(Plan plan, ScriptStates live, ScriptStates before, ScriptStates after, ScriptShell shell)
    {
        var spoken = plan.From.Objects.Concat(plan.To.Objects)
            .Where(o => o is IGrantable { Grants: not null } or Schema { Owner: not null })
            .Select(o => o.Name.ToString()).ToHashSet(StringComparer.Ordinal);
        var changed = plan.Changes
            .SelectMany(c => new[] { c.Id.QualifiedName.ToString(), c.Owner.ToString(), (c.Subject as Trigger)?.On.ToString() ?? "" })
            .ToHashSet(StringComparer.Ordinal);
        var along = PartitionsOf(changed, plan.To);
        var former = plan.Changes.OfType<Change.Rename>().Where(r => r.Owner.IsEmpty)
            .ToDictionary(r => r.After.Key, r => r.Before.Key, StringComparer.Ordinal);
        var schemas = Schemas(plan);
        return
        [
            .. Ours(plan, live, before, after)
                .Where(s => s.Key.Side != ScriptSides.Shared && (s.Key.Side != ScriptSides.Rights || spoken.Contains(s.Value.BareName)))
                .DistinctBy(s => s.Key).OrderBy(s => s.Key.Name, StringComparer.Ordinal).ThenBy(s => s.Key.Side, StringComparer.Ordinal)
                .Select(s => new ObjectState(s.Key.Side, s.Key.Name, live.At(s.Key), End(s.Key, s.Value.BareName))),
            .. SharedOnes(plan, live),
        ];

        string End((string Side, string Name) key, string name)
        {
            if (!before.ContainsKey(key) && !after.ContainsKey(key))
                return along.Contains(name) ? ObjectState.Present : Untouched(live.At(key), name, schemas);
            var (start, end) = (before.At(key), after.At(key));
            if (end == ObjectState.Absent) return end;
            if (shell.IsStartOnly(key.Side)) return ObjectState.Present;
            var origin = (key.Side, Former(former.GetValueOrDefault(key.Name, key.Name), schemas));
            var isAlike = live.At(origin) == before.At(origin);
            // Scratch may have begun with what only a commit could add; then it shows no difference where there is one.
            if (start == end) return changed.Contains(name) && !isAlike ? ObjectState.Present : live.At(key);
            return isAlike ? end : ObjectState.Present;
        }
    }

    /// <summary>Schemas that a plan calls otherwise, each with the point behind it.</summary>
    private static List<(string Before, string After)> Schemas(Plan plan) => plan.Changes.OfType<Change.Rename>()
        .Where(r => r.Before is Schema).Select(r => ($"{r.Before.Key}.", $"{r.After.Key}.")).ToList();

    // What stands in such a schema is no more under this name, and what names it reads otherwise.
    private static string Untouched(string state, string name, List<(string Before, string After)> schemas) => schemas.Count == 0 ? state
        : schemas.Exists(s => name.StartsWith(s.Before, StringComparison.Ordinal)) ? ObjectState.Absent : ObjectState.Present;

    private static string Former(string name, List<(string Before, string After)> schemas)
    {
        var place = schemas.Find(s => name.StartsWith(s.After, StringComparison.Ordinal));
        return place.After is null ? name : place.Before + name[place.After.Length..];
    }

    // What a parent gets, a trigger or an index, its partitions get as well, whether or not the proof builds them.
    private static HashSet<string> PartitionsOf(HashSet<string> tables, Snapshot end)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var partitions = end.Tables.Where(t => !t.PartitionOf.IsEmpty).ToList();
        bool IsUnder(Table t) => tables.Contains(t.PartitionOf.ToString()) || found.Contains(t.PartitionOf.ToString());
        while (partitions.FindAll(p => IsUnder(p) && found.Add(p.Name.ToString())).Count > 0)
        {
        }

        return found;
    }

    private static IEnumerable<KeyValuePair<(string Side, string Name), Row>> Ours(
        Plan plan, ScriptStates live, ScriptStates before, ScriptStates after)
    {
        var ours = NamesOf(plan.From.Objects.Concat(plan.To.Objects));
        // What stands beside ours on scratch is nobody's to check; what the plan leaves alone is not there.
        var theirs = plan.Scope is { } scope ? NamesOf(scope.Neighbours).Except(ours).ToHashSet() : [];
        var untouched = live.Where(s => !before.ContainsKey(s.Key) && !after.ContainsKey(s.Key) && ours.Contains(Named(s)));
        return before.Concat(after).Where(s => !theirs.Contains(Named(s))).Concat(untouched);
    }

    private static (bool IsCheck, string Name) Named(KeyValuePair<(string Side, string Name), Row> state) =>
        (state.Key.Side == ScriptSides.Check, state.Value.BareName);

    private static HashSet<(bool IsCheck, string Name)> NamesOf(IEnumerable<TopLevelObject> objects)
    {
        var names = new HashSet<(bool, string)>();
        foreach (var subject in objects)
        {
            names.Add((false, subject.Name.ToString()));
            foreach (var check in subject.Children.Where(c => c is CheckConstraint))
                names.Add((true, new QualifiedName(subject.Name.Schema, check.LocalName).ToString()));
        }

        return names;
    }

    // Scratch has the extensions of the whole database, whatever a snapshot says: only whether they are there can be told before.
    private static IEnumerable<ObjectState> SharedOnes(Plan plan, ScriptStates live)
    {
        var (before, after) = (Extensions(plan.From), Extensions(plan.To));
        return before.Union(after).Order(StringComparer.Ordinal).Select(name =>
        {
            var start = live.At((ScriptSides.Shared, name));
            return new ObjectState(ScriptSides.Shared, name, start,
                !after.Contains(name) ? ObjectState.Absent
                    : before.Contains(name) && plan.Changes.All(c => c.Subject.Key != name) ? start
                    : ObjectState.Present);
        });
    }

    private static HashSet<string> Extensions(Snapshot snapshot) =>
        snapshot.Objects.OfType<Extension>().Select(e => e.Key).ToHashSet(StringComparer.Ordinal);

    private string At((string, string) key) => TryGetValue(key, out var row) ? row.State : ObjectState.Absent;
}
