namespace SchemaSync.MySql.Planning;

/// <summary>The clauses of one table as they come together, and the hazards that several of them share.</summary>
/// <param name="before">The table once renames are done.</param>
/// <param name="after">The table as wanted.</param>
internal sealed class Clauses(Table before, Table after)
{
    private readonly List<Clause> _all = [];

    // Only of such a table is it known what an ALTER costs.
    private readonly bool _isPlain = before.EngineOf() == after.EngineOf() && after.EngineOf() == TableOptions.InnoDb
        && before.ValueOf("ROW_FORMAT") is not "COMPRESSED" && !before.HasOption(TableOptions.Versioning)
        && !before.Indexes.Any(i => i.Method is not null) && before.PartitionBy is null && after.PartitionBy is null;

    /// <summary>In the order in which they are written.</summary>
    public IReadOnlyList<Clause> All => _all;

    /// <summary>Adds one.</summary>
    public void Add(Change change, string sql, Cost cost, EquatableArray<Hazard> hazards = default,
        EquatableArray<DataCheck> checks = default,
        bool isIndex = false) =>
        _all.Add(new(sql, change, _isPlain ? cost : Cost.Copy) { Hazards = hazards, DataChecks = checks, IsIndex = isIndex && _isPlain });

    /// <summary>Rows may clash in a key.</summary>
    public Hazard MayShare(Change change) => MayFail(change, "two rows share a key");

    /// <summary>Rows may not fit.</summary>
    public Hazard MayFail(Change change, string why) =>
        PlanHazards.MayFail(change.Id, change.ToString(), after.Name, why);

    /// <summary>What a check means for the rows that are there.</summary>
    public EquatableArray<Hazard> Rule(Change change, CheckConstraint check) =>
        change is Change.Drop
            ? [PlanHazards.Weakens(change, change.Owner)]
            : [MayFail(change, $"a row does not satisfy {check.Expression.Canonical}")];
}
