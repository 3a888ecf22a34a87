namespace SchemaSync.PostgreSql.Planning;

/// <summary>Columns of one table that get another type or collation.</summary>
internal sealed class ColumnTypeWork(PlanState state, PlanSteps steps, Table after)
{
    private readonly string _table = PostgreSqlText.Quote(after.Name);

    /// <summary>
    /// A column that keeps the values that were computed, first of all: then it is no obstacle to what happens to those that it was
    /// computed from, or to its type.
    /// </summary>
    public void Keep(IEnumerable<Change.Alter> alters)
    {
        foreach (var alter in alters.Where(a => a is { Before: Column { Computed: not null }, After: Column { Computed: null } }))
            steps.Catalogue(Phase.Alter, alter,
                $"ALTER TABLE {_table} ALTER COLUMN {PostgreSqlText.Quote(alter.After.LocalName)} DROP EXPRESSION");
    }

    /// <summary>All columns of a table in one statement, so that its rows are written once.</summary>
    public void Retype(List<Change.Alter> alters)
    {
        if (alters.Count == 0) return;
        var parts = alters.ConvertAll(Part);
        List<Hazard> hazards = [.. parts.SelectMany(p => p.Hazards)];
        var rewrites = parts.Exists(p => p.Rows == RowAccess.Rewrite);
        RefuseInside(alters[0]);
        if (alters.Find(c => IsPartitionKey(after, c.Before.LocalName)) is { } key)
            throw PlanState.CannotPlan(key.Id, key.ToString(),
                "rows are in partitions by it; a new table with the other type has to take them over");
        if (rewrites) hazards.Insert(0, PlanHazards.Rewrites(alters[0].Id, alters[0].ToString(), after.Name));
        steps.Add(Phase.Alter,
            PlanSteps.Brief(string.Join("; ", alters), alters[0].Id,
                $"ALTER TABLE {_table} {string.Join(", ", parts.Select(p => p.Sql))}", null, [.. hazards]) with
        {
            Written = string.Join(", ", parts.Select(p => p.Written).Where(w => w.Length > 0)),
            Parts = parts.Count > 1 && parts.Exists(p => p.Written.Length > 0)
                ? parts.Select(p => p with { Sql = $"ALTER TABLE {_table} {p.Sql}" }).ToEquatableArray() : [],
            Rows = rewrites ? RowAccess.Rewrite : hazards.Any(h => h.Code == Hazards.BlocksReads.Code) ? RowAccess.Scan : RowAccess.None,
            Reverse = hazards.Any(h => h.Code == Hazards.LosesData.Code)
                ? new(ReverseKind.Impossible, "what the new type cannot hold is gone")
                : new(ReverseKind.Sql, "the change of the type back"),
        });
    }

    // The clauses of one column.
    private Step Part(Change.Alter alter)
    {
        var (b, a) = ((Column)alter.Before, (Column)alter.After);
        var said = state.Values.Conversion(alter.Id);
        var cost = said is null ? Cost(b, a) : TypeChange.AsSaid;
        var way = cost.NeedsUsing ? Way(b, a) : "";
        if (cost.MayFail && new Conversions(state, after).Question(alter, way, said) is { } question) steps.Ask(question);
        var @using = said is not null ? $"({said.Sql})" : way.Length > 0 ? $"{PostgreSqlText.Quote(a.Name)}{way}" : "";
        return PlanSteps.Brief(alter.ToString(), alter.Id, string.Join(", ", Clauses(b, a, @using)), null, [.. Risks(alter, cost)]) with
        {
            Written = said is null ? "" : RowValues.Written(said),
            Rows = cost.IsFree ? RowAccess.None : RowAccess.Rewrite,
        };
    }

    private IEnumerable<Hazard> Risks(Change.Alter alter, TypeChange cost)
    {
        var (b, a) = ((Column)alter.Before, (Column)alter.After);
        if (cost.IsFree && NeedsNewIndexes(b, a)) yield return PlanHazards.BlocksReads(alter.Id, alter.ToString(), after.Name);
        if (cost.Loses) yield return PlanHazards.Loses(alter.Id, alter.ToString());
        if (cost.MayFail)
            yield return PlanHazards.MayFail(alter.Id, alter.ToString(), after.Name, $"a value of {a.Name} is no {a.Type.Native}");
        if (TypeChange.MovesZone(b.Type.Native ?? "", a.Type.Native ?? "")) yield return PlanHazards.MovesZone(alter);
    }

    // The default is of the old type and need not convert; it is set anew or comes back unchanged.
    private static IEnumerable<string> Clauses(Column b, Column a, string @using)
    {
        var name = PostgreSqlText.Quote(a.Name);
        var collation = a.Collation is { } named ? $" COLLATE {ColumnText.Collation(named)}" : "";
        if (b.Default is not null) yield return $"ALTER COLUMN {name} DROP DEFAULT";
        yield return $"ALTER COLUMN {name} TYPE {a.Type.Native}{collation}{(@using.Length > 0 ? $" USING {@using}" : "")}";
        if (a.Default is { } value) yield return $"ALTER COLUMN {name} SET DEFAULT {value.Text}";
    }

    private string Way(Column b, Column a) =>
        $"{((IsListed(b) || IsListed(a)) && b.Type.Native != "text" ? "::text" : "")}::{a.Type.Native}";

    private bool IsPartitionKey(Table table, Identifier column) =>
        ObjectUses.Names(table.PartitionBy, column) || state.Partitions[table.Name].Any(p => IsPartitionKey(p, column));

    /// <summary>A domain is stored as the type under it; going to one with rules of its own has every value checked.</summary>
    private TypeChange Cost(Column b, Column a)
    {
        var (from, to) = (Under(state.From, b.Type.Native ?? ""), Under(state.To, a.Type.Native ?? ""));
        var cost = IsListed(b) && IsListed(a) ? TypeChange.ByText : TypeChange.Of(from.Type, to.Type);
        return to.HasRules ? cost with { IsFree = false, MayFail = true } : cost;
    }

    // Between an enum and anything else the server knows only the way by text.
    private bool IsListed(Column column) =>
        column.Type.Native is { } type
            && state.To.Concat(state.From).OfType<EnumType>()
                .Any(e => PostgreSqlText.Shown(e.Name) == (type.EndsWith("[]", StringComparison.Ordinal) ? type[..^2] : type));

    private static (string Type, bool HasRules) Under(IEnumerable<SchemaObject> objects, string type)
    {
        var hasRules = false;
        while (objects.OfType<Domain>().FirstOrDefault(d => PostgreSqlText.Shown(d.Name) == type) is { } domain)
        {
            hasRules |= !domain.Nullable || !domain.CheckConstraints.IsEmpty;
            type = domain.Type.Native ?? "";
        }

        return (type, hasRules);
    }

    // The rows stay, but every index on the column is built again while readers wait.
    private bool NeedsNewIndexes(Column b, Column a) =>
        (b.Collation != a.Collation || !TypeChange.KeepsIndexes(b.Type.Native ?? "", a.Type.Native ?? ""))
        && state.FromTables[after.Name].Children.Any(c =>
            c is PrimaryKey or UniqueConstraint or Index or ExclusionConstraint
                && (ObjectUses.Names(c, a.Name) || RemadeParts.Keys(c).Contains(a.Name)));

    /// <summary>Rows of this table that other columns hold are stored there in its present form, and nobody rewrites those.</summary>
    public void RefuseInside(Change change)
    {
        if (RowTypes.Holder(state.From.Where(o => o is not Table table || state.ToTables.ContainsKey(table.Name)), after.Name,
            inside: false) is { } path) throw PlanState.CannotPlan(change.Id, change.ToString(), $"{path} holds rows of {after.Name}");
    }
}
