namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// A value that goes, or another order: PostgreSQL has no statement for either, so a new type takes the place of the old one and
/// every column is converted through text.
/// </summary>
internal sealed class EnumSwap(PlanState state, PlanSteps steps)
{
    /// <summary>Whether a change of an enum type needs a new type.</summary>
    public static bool Needs(Change change) =>
        change is Change.Alter { Before: EnumType b, After: EnumType a } && b.Values != a.Values && !TypeWork.OnlyAdds(b, a);

    /// <summary>Plans it.</summary>
    public void Plan(Change.Alter change, EnumType before, EnumType after)
    {
        var user = state.From.FirstOrDefault(o => o is Domain or CompositeType && state.Uses.Of(o).Contains(after.Name));
        if (user is not null) throw PlanState.CannotPlan(change.Id, change.ToString(), $"{ObjectId.Of(user)} is made of it");
        var old = after.Name.Sibling(TemporaryName.Of("enum", after.Name));
        // Before new tables and functions, which want the new one.
        steps.Catalogue(Phase.DropKeys, change, $"ALTER TYPE {Q(after.Name)} RENAME TO {Q(old.Name)}",
            $"ALTER TYPE {Q(old)} RENAME TO {Q(after.Name.Name)}");
        steps.Add(Phase.DropKeys, PlanSteps.New(change.ToString(), change.Id, TypeText.Create(after), $"DROP TYPE {Q(after.Name)}"));
        foreach (var table in state.FromTables.Values.Where(t => state.ToTables.ContainsKey(t.Name)).OrderBy(t => t.Name))
            Convert(change, before, after, table);
        // After the tables and columns that go, which are not worth a conversion.
        steps.Catalogue(Phase.DropObjects, change, $"DROP TYPE {Q(old)}");
        if (after.Comment is { } comment) steps.Catalogue(Phase.Alter, change, CommentText.Set(default, after, comment));
    }

    private void Convert(Change.Alter change, EnumType before, EnumType after, Table table)
    {
        var name = PostgreSqlText.Shown(after.Name);
        var target = state.ToTables[table.Name];
        var columns = table.Columns
            .Where(c => (c.Type.Native == name || c.Type.Native == name + "[]") && target.Column(c.Name)?.Type == c.Type).ToList();
        if (columns.Count == 0) return;
        RefuseTexts(change, table, target, after);
        RefuseComputed(change, table, columns);
        var clauses = new List<string>();
        foreach (var column in columns)
        {
            var isArray = column.Type.Native!.EndsWith(']');
            if (column.Default is not null) clauses.Add($"ALTER COLUMN {Q(column.Name)} DROP DEFAULT");
            clauses.Add(
                $"ALTER COLUMN {Q(column.Name)} TYPE {column.Type.Native} USING "
                    + $"{Q(column.Name)}::text{(isArray ? "[]" : "")}::{column.Type.Native}");
            if (target.Column(column.Name)!.Default is { } value) clauses.Add($"ALTER COLUMN {Q(column.Name)} SET DEFAULT {value.Text}");
            CheckRows(change, before, after, table, column, isArray);
        }

        steps.Add(Phase.Alter,
            PlanSteps.Brief(change.ToString(), change.Id, $"ALTER TABLE {Q(table.Name)} {string.Join(", ", clauses)}", null,
            PlanHazards.Rewrites(change.Id, change.ToString(), table.Name),
            PlanHazards.MayFail(change.Id, change.ToString(), table.Name, "it holds a value that goes")) with { Rows = RowAccess.Rewrite });
    }

    private void CheckRows(Change.Alter change, EnumType before, EnumType after, Table table, Column column, bool isArray)
    {
        var gone = before.Values.Except(after.Values).ToList();
        if (gone.Count == 0) return;
        var name = Q(state.Former(table.Name, column.Name));
        var list = string.Join(", ", gone.Select(PostgreSqlText.Literal));
        var holdsOne = isArray
            ? $"{name}::text[] OPERATOR(pg_catalog.&&) ARRAY[{list}]"
            : $"{name}::text OPERATOR(pg_catalog.=) ANY (ARRAY[{list}])";
        steps.Ask(new(change.Id, $"SELECT {name} FROM {Q(state.Former(table.Name))} WHERE {holdsOne}",
            $"{table.Name}.{column.Name} holds a value that goes"));
    }

    // The server would keep these texts with the old type in them; those that go are gone by then.
    private static void RefuseTexts(Change change, Table table, Table target, EnumType type)
    {
        var stay = target.Children.Select(c => (c.Kind, c.LocalName)).ToHashSet();
        var text = table.Children.FirstOrDefault(c =>
            c is CheckConstraint or Index or ExclusionConstraint && stay.Contains((c.Kind, c.LocalName)) && ObjectUses.Names(c, type.Name))
            ?? table.Columns.FirstOrDefault(c => c.Computed is not null && ObjectUses.Names(c.Computed.Expression, type.Name));
        if (text is not null)
            throw PlanState.CannotPlan(ObjectId.Of(table.Name, text), change.ToString(),
                $"{ObjectId.Of(table.Name, text)} names the type; drop it first");
    }

    // Nor does it convert a column under what is computed from it, whatever becomes of that.
    private static void RefuseComputed(Change change, Table table, List<Column> columns)
    {
        var computed = table.Columns.FirstOrDefault(c =>
            c.Computed is { } value && columns.Exists(t => ObjectUses.Names(value.Expression, t.Name)));
        if (computed is not null)
            throw PlanState.CannotPlan(ObjectId.Of(table.Name, computed), change.ToString(),
                $"{ObjectId.Of(table.Name, computed)} is computed from a column "
                    + "of it; drop that column first, and add it again afterwards");
    }

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
