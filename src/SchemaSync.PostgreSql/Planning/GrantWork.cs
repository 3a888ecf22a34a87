namespace SchemaSync.PostgreSql.Planning;

/// <summary>Rights of roles, where the target speaks of them. What is dropped and made again has its former rights back by then.</summary>
internal sealed class GrantWork(PlanState state, PlanSteps steps, IReadOnlySet<ObjectId> late)
{
    private readonly SortedDictionary<string, ObjectId> _roles = new(StringComparer.Ordinal);

    /// <summary>Plans every change of rights.</summary>
    public void Plan()
    {
        PlanChanges();
        // A plan may run on another server than it was proved on (a saved one, or one for many tenants), and roles belong to a server.
        foreach (var (role, subject) in _roles)
            steps.Ask(new(subject,
                $"SELECT {PostgreSqlText.Literal(role)} AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname "
                    + $"OPERATOR(pg_catalog.=) {PostgreSqlText.Literal(role)})",
                    "a role that is to have rights on it is not on this server"));
    }

    private void PlanChanges()
    {
        foreach (var change in state.Diff.Changes.Where(c => c.Owner.IsEmpty))
        {
            switch (change)
            {
                case Change.Add { After: IGrantable { Grants: { } wanted } }: Anew(change, wanted); break;
                // What the old owner's successor had of its own is not to be told from what is its own now.
                case Change.Alter { Before: Schema before, After: Schema { Grants: { } wanted } }
                    when SchemaWork.IsGivenAway(before, (Schema)change.Subject):
                    Anew(change, wanted, PlanHazards.Access(change, change.Id.QualifiedName));
                    break;
                // The type that takes the old one's place is new to the server.
                case Change.Alter { Before: IGrantable before, After: IGrantable { Grants: { } wanted } }
                    when before.Grants is null || EnumSwap.Needs(change):
                    Anew(change, wanted, PlanHazards.Access(change, change.Id.QualifiedName));
                    break;
                case Change.Alter { Before: IGrantable { Grants: { } had }, After: IGrantable { Grants: { } wanted } } when had != wanted:
                    Between(change, had, wanted); break;
            }
        }
    }

    private void Anew(Change change, GrantList wanted, params Hazard[] hazards)
    {
        Add(change, GrantText.RevokeEverything((TopLevelObject)change.Subject), null, hazards);
        foreach (var grant in wanted.Roles)
        {
            Needs(grant, change);
            foreach (var sql in GrantText.Grant((TopLevelObject)change.Subject, grant)) Add(change, sql, null);
        }
    }

    private void Between(Change change, GrantList had, GrantList wanted)
    {
        var hazard = PlanHazards.Access(change, change.Id.QualifiedName);
        var subject = (TopLevelObject)change.Subject;
        foreach (var before in had.Roles)
        {
            var after = wanted.Of(before.Role) ?? new Grant { Role = before.Role };
            var gone = before.Privileges.Except(after.Privileges).ToList();
            if (gone.Count > 0)
                Add(change, GrantText.Revoke(subject, before.Role, gone),
                    string.Join("; ", GrantText.Grant(subject, before.Role, gone, gone.Intersect(before.Grantable))), hazard);
            var option = before.Grantable.Except(after.Grantable).Intersect(after.Privileges).ToList();
            if (option.Count > 0)
                Add(change, GrantText.Revoke(subject, before.Role, option, onlyOption: true),
                    string.Join("; ", GrantText.Grant(subject, before.Role, [], option)), hazard);
        }

        foreach (var after in wanted.Roles)
        {
            var before = had.Of(after.Role) ?? new Grant { Role = after.Role };
            var added = after.Privileges.Except(before.Privileges).ToList();
            var option = after.Grantable.Except(before.Grantable).ToList();
            foreach (var sql in GrantText.Grant(subject, after.Role, added, option))
            {
                Needs(after, change);
                var isOption = sql.EndsWith("OPTION", StringComparison.Ordinal);
                var known = isOption ? option.Intersect(before.Privileges).ToList() : [];
                var back = isOption ? option : added.Except(option).ToList();
                // Of a privilege that the role had before, only the right to pass it on is new.
                var reverse = new[] { (Words: back.Except(known).ToList(), Only: false), (Words: known, Only: true) }.Where(r =>
                    r.Words.Count > 0);
                Add(change, sql, string.Join("; ", reverse.Select(r => GrantText.Revoke(subject, after.Role, r.Words, r.Only))), hazard);
            }
        }
    }

    private void Needs(Grant grant, Change change)
    {
        if (grant.Role != Grant.Everybody) _roles.TryAdd(grant.Role, change.Id);
    }

    private void Add(Change change, string sql, string? reverse, params Hazard[] hazards) =>
        steps.Add(late.Contains(change.Id) ? Phase.LateBodies : Phase.CreateBodies,
            PlanSteps.New(change.ToString(), change.Id, sql, reverse) with { Hazards = [.. hazards] });
}
