namespace SchemaSync.Engine.Planning;

/// <summary>Makes a plan out of two snapshots of one form. Pure.</summary>
internal static class Planner
{
    /// <summary>The plan, not proved yet.</summary>
    /// <param name="current">The present state, unmanaged objects included.</param>
    /// <param name="target">The wanted state.</param>
    /// <param name="scope">Which objects are ours.</param>
    /// <param name="dialect">The dialect of both.</param>
    /// <param name="transactional">All steps in one transaction.</param>
    /// <param name="around">The database around the present state, where that was not read from it.</param>
    /// <param name="began">Where the last run began, if it did not come to its end.</param>
    /// <exception cref="SchemaSyncException">
    /// SSY0202, SSY0217, SSY0225: an object that cannot be kept, or is not ours, is in the way. SSY0305: nobody knows how. SSY03xx: the
    /// two cannot be compared.
    /// </exception>
    public static Plan Plan(Snapshot current, Snapshot target, ManagedScope scope,
        Dialect dialect, bool transactional = false, Snapshot? around = null, Snapshot? began = null)
    {
        var diff = Compare(current, target, scope, dialect);
        if (around is not null) diff = diff with { Surroundings = SurroundingPartitions.Of(around, diff) };
        Refuse([.. NameClashes.Find(diff.Changes, current, scope, dialect), .. OpaqueInTheWay.Find(diff, around ?? current, dialect),
            .. SchemaRemains.Find(diff.Changes, diff.From, around ?? current)]);
        var steps = SchemaSteps.Of(diff, dialect);
        Refuse([.. OpaqueInTheWay.FindLost(steps.Steps, diff.Changes, around ?? current)]);
        steps = steps with { Steps = HookPass.Around(steps.Steps, diff, HookPass.Owed(began, target, dialect), dialect) };
        return new()
        {
            Provider = dialect.Provider,
            Transactional = transactional,
            From = diff.From,
            To = diff.To,
            Surroundings = diff.Surroundings,
            Scope = diff.IsEmpty && steps.Steps.IsEmpty ? null : ClosurePass.Of(diff, steps.Steps, around ?? current, dialect),
            Changes = diff.Changes,
            DataChecks = steps.DataChecks,
            Steps = transactional ? BatchPass.InOneTransaction(steps.Steps) : steps.Steps,
            Hazards = diff.Findings.Select(f => new Hazard(f)).ToEquatableArray(),
        };
    }

    /// <summary>The difference within the scope.</summary>
    /// <exception cref="SchemaSyncException">As for <see cref="Plan"/>.</exception>
    public static Diff Compare(Snapshot current, Snapshot target, ManagedScope scope, Dialect dialect)
    {
        var from = target.Settle(scope.Restrict(current));
        from.RefuseUnsupported();
        target.RefuseUnsupported();
        var diff = Differ.Compare(from, WithOthers(target, current, dialect), dialect);
        return diff with { Surroundings = SurroundingPartitions.Of(current, diff) };
    }

    // All at once: who repairs one finding after the other plans as often.
    private static void Refuse(List<Diagnostic> findings)
    {
        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    /// <summary>The target with foreign keys to tables that are not ours spelled as
    /// those tables are: only the present state knows how.</summary>
    private static Snapshot WithOthers(Snapshot target, Snapshot current, Dialect dialect)
    {
        var declared = target.Tables.Select(t => t.Name.ToString()).ToHashSet(dialect.Names);
        var referenced = target.Tables.SelectMany(t => t.ForeignKeys).Select(f => f.ReferencedTable.ToString())
            .Where(n => !declared.Contains(n)).ToHashSet(dialect.Names);
        if (referenced.Count == 0) return target;
        var others = current.Tables.Where(t => referenced.Contains(t.Name.ToString())).ToList();
        return target.With(ReferenceCase.Align([.. target.Objects, .. others], dialect.Names).Take(target.Objects.Count));
    }
}
