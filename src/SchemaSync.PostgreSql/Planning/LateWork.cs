namespace SchemaSync.PostgreSql.Planning;

/// <summary>When parts of tables come that name what is made after their table, and when they go that name what goes before it.</summary>
internal sealed class LateWork(PlanState state, PlanSteps steps, Bodies bodies)
{
    private readonly List<(LatePart Part, HashSet<QualifiedName> Missing)> _waiting = [];

    /// <summary>A new table without the parts that have to wait for one of <paramref name="toCome"/>.</summary>
    public Table Without(Table table, HashSet<QualifiedName> toCome)
    {
        var missing = state.Uses.Of(table).Where(n => n != table.Name && toCome.Contains(n)).ToHashSet();
        var (bare, parts) = LateParts.Split(table, missing);
        _waiting.AddRange(parts.Select(p => (p, missing.ToHashSet())));
        return bare;
    }

    /// <summary>Adds what waited for this object alone.</summary>
    public void Made(Phase phase, QualifiedName name)
    {
        foreach (var (part, missing) in _waiting.ToList())
        {
            if (!missing.Remove(name) || missing.Count > 0) continue;
            var serves = state.Serves(ObjectId.Top(ObjectKind.Table, part.Id.OwnerName));
            foreach (var sql in part.Add) steps.Add(phase, PlanSteps.New(serves, part.Id, sql));
            _waiting.RemoveAll(w => ReferenceEquals(w.Part, part));
        }
    }

    /// <summary>Takes away from tables that go what the server would keep others for.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="early">What goes before them in any case.</param>
    public void Detach(List<Table> tables, HashSet<QualifiedName> early)
    {
        var goes = tables.Select(t => t.Name).ToHashSet();
        foreach (var table in tables)
        {
            var path = ObjectId.Of(table);
            var uses = state.Uses.Of(table);
            bool GoesBefore(TopLevelObject body) =>
                body is not Trigger && uses.Contains(body.Name) && (early.Contains(body.Name) || state.Uses.Of(body).Contains(table.Name));
            var before = bodies.Dropped.Where(GoesBefore).Select(b => b.Name).ToHashSet();
            var named = uses.Where(n => n != table.Name && goes.Contains(n)).Concat(before).ToList();
            foreach (var policy in table.Policies.Where(p => named.Exists(n => ObjectUses.Names(p, n))))
            {
                var drop = $"DROP POLICY {PostgreSqlText.Quote(policy.Name)} ON {PostgreSqlText.Quote(table.Name)}";
                var create = BodyText.Create(table.Name, policy);
                steps.Add(Phase.DropPolicies, PlanSteps.Brief(state.Serves(path), ObjectId.Of(table.Name, policy), drop, create));
            }

            foreach (var part in LateParts.Split(table, before).Parts)
                steps.Add(Phase.DropPolicies, PlanSteps.Brief(state.Serves(path), part.Id, part.Remove, part.Add[0]));
        }
    }
}
