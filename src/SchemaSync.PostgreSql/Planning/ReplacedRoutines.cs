namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// A routine that goes while another one of its name comes, such as one with one more argument that has a default. Beside each other a call
/// could mean both, so the old one goes first: defaults that call it are taken away before, and given again after.
/// </summary>
internal sealed class ReplacedRoutines(PlanState state, PlanSteps steps)
{
    /// <summary>Plans the defaults, and refuses what cannot do without.</summary>
    public void Plan()
    {
        if (state.Replaced.Count == 0) return;
        foreach (var domain in state.From.OfType<Domain>().Where(d => state.Uses.Of(d).Overlaps(state.Replaced)))
            Refuse(ObjectId.Of(domain), domain);
        foreach (var table in state.FromTables.Values
            .Where(t => state.ToTables.ContainsKey(t.Name) && state.Uses.Of(t).Overlaps(state.Replaced)).OrderBy(t => t.Name))
        {
            foreach (var column in table.Columns.Where(c => state.CallsReplaced(c))) Column(table, column);
        }
    }

    private void Column(Table table, Column column)
    {
        var id = ObjectId.Of(table.Name, column);
        if (column.Computed is not null) Refuse(id, column);
        var head = $"ALTER TABLE {PostgreSqlText.Quote(table.Name)} ALTER COLUMN {PostgreSqlText.Quote(column.Name)}";
        steps.Add(Phase.DropKeys,
            PlanSteps.Brief(state.Serves(id), id, $"{head} DROP DEFAULT", $"{head} SET DEFAULT {column.Default!.Text}"));
        var next = state.ToTables[table.Name].Column(column.Name);
        // One that changes is set by its own change.
        if (next?.Default is { } value && value.Canonical == column.Default.Canonical && next.Type == column.Type)
            steps.Add(Phase.Alter, PlanSteps.Brief(state.Serves(id), id, $"{head} SET DEFAULT {value.Text}", $"{head} DROP DEFAULT"));
    }

    private void Refuse(ObjectId user, SchemaObject subject)
    {
        var routine = state.Replaced.First(n => ObjectUses.Names(subject, n));
        throw PlanState.CannotPlan(user, $"put another function {routine} in the place of the one that goes",
            $"{user} uses it; drop that first, and add it again afterwards");
    }
}
