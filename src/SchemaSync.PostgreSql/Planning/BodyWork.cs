namespace SchemaSync.PostgreSql.Planning;

/// <summary>Changes of bodies and policies that need no drop.</summary>
internal sealed class BodyWork(PlanState state, PlanSteps steps, Bodies bodies)
{
    /// <summary>A body whose change the server makes in place.</summary>
    public void Alter(Change.Alter change)
    {
        if (bodies.IsDropped(change.Id)) return;
        switch (change)
        {
            case { Before: View b, After: View a }: Options(change, $"ALTER VIEW {Q(a.Name)}", b.Options, a.Options, a); break;
            case { Before: MaterializedView b, After: MaterializedView a }:
                Options(change, $"ALTER MATERIALIZED VIEW {Q(a.Name)}", b.Options, a.Options, a); break;
            case { Before: Routine b, After: Routine a } when !(b with { Comment = a.Comment, Grants = a.Grants }).HasSameFacets(a):
                steps.Add(Phase.CreateBodies,
                    PlanSteps.Brief(change.ToString(), change.Id, BodyText.Create(a, replace: true),
                        BodyText.Create(b, replace: true)) with { Lock = LockMode.BlocksDdl });
                break;
            case { Before: Trigger b, After: Trigger a } when b.State != a.State:
                steps.Catalogue(Phase.CreateBodies, change, BodyText.State(a), BodyText.State(b)); break;
        }

        if (change.Before.Comment != change.After.Comment)
            steps.Catalogue(Phase.CreateBodies, change, CommentText.Set(default, change.After, change.After.Comment));
    }

    /// <summary>Policies of a table that is there already: those that change, and those that stand in the way.</summary>
    public void Policies(Table before, Table after, IReadOnlyList<Change> changes)
    {
        var done = new HashSet<Identifier>();
        foreach (var change in changes.Where(c => c.Subject is Policy))
        {
            done.Add(change.Subject.LocalName);
            Policy(after.Name, change);
        }

        foreach (var policy in before.Policies.Where(p => !done.Contains(p.Name) && bodies.Blocks(before.Name, p)))
        {
            var path = ObjectId.Of(after.Name, policy);
            steps.Add(Phase.DropPolicies, PlanSteps.Brief($"keep {path}", path, DropSql(state.Present(after.Name), policy)));
            Create($"keep {path}", path, after.Name, after.Policies.First(p => p.Name == policy.Name));
        }
    }

    private void Policy(QualifiedName table, Change change)
    {
        var hazard = PlanHazards.Access(change, table);
        switch (change)
        {
            case Change.Add { After: Policy policy }: Create(change.ToString(), change.Id, table, policy, hazard); break;
            case Change.Drop { Before: Policy policy }:
                steps.Catalogue(Phase.DropPolicies, change, DropSql(state.Present(table), policy), BodyText.Create(table, policy), hazard);
                    break;
            case Change.Alter { Before: Policy b, After: Policy a } when (b with { Comment = a.Comment }).HasSameFacets(a):
                steps.Catalogue(Phase.Policies, change, CommentText.Set(table, a, a.Comment));
                break;
            case Change.Alter { Before: Policy b, After: Policy a }:
                steps.Catalogue(Phase.DropPolicies, change, DropSql(state.Present(table), b), BodyText.Create(table, b), hazard);
                Create(change.ToString(), change.Id, table, a);
                break;
        }
    }

    private void Create(string serves, ObjectId path, QualifiedName table, Policy policy, params Hazard[] hazards)
    {
        steps.Add(Phase.Policies, PlanSteps.Brief(serves, path, BodyText.Create(table, policy), DropSql(table, policy), hazards));
        if (policy.Comment is { } comment)
            steps.Add(Phase.Policies, PlanSteps.Brief(serves, path, CommentText.Set(table, policy, comment)));
    }

    private static string DropSql(QualifiedName table, Policy policy) => $"DROP POLICY {Q(policy.Name)} ON {Q(table)}";

    private void Options(Change change, string head, EquatableArray<TableOption> before,
        EquatableArray<TableOption> after, TopLevelObject subject)
    {
        OptionWork.Parameters(steps, Phase.CreateBodies, change, head, before, after);
        var gone = before.Where(o =>
            o.Name.StartsWith(StorageOptions.ColumnComment, StringComparison.Ordinal) && after.All(a => a.Name != o.Name));
        foreach (var option in gone)
            steps.Catalogue(Phase.CreateBodies, change,
                $"COMMENT ON COLUMN {Q(subject.Name)}.{Q(new Identifier(option.Name[StorageOptions.ColumnComment.Length..]))} IS NULL");
        foreach (var (column, comment) in CommentText.ColumnComments(subject)
            .Where(c => !before.Contains(new(StorageOptions.ColumnComment + c.Column, c.Comment))))
            steps.Catalogue(Phase.CreateBodies, change,
                $"COMMENT ON COLUMN {Q(subject.Name)}.{Q(column)} IS {PostgreSqlText.Literal(comment)}");
    }

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
