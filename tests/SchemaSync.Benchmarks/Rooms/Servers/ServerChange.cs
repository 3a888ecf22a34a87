namespace SchemaSync.Benchmarks;

/// <summary>One column more in one of many tables: looked at, planned, and declared.</summary>
internal sealed class ServerChange
{
    private readonly DatabaseAdapter _adapter;
    private readonly SchemaSyncEngine _engine;
    private readonly TenantContext _tenant;
    private readonly SchemaTarget _same, _wider;
    private readonly KnownForm _known;
    private int _column;

    public ServerChange(DatabaseAdapter adapter, TenantContext tenant)
    {
        (_adapter, _tenant, _engine) = (adapter, tenant, new(new AdapterRegistry(adapter)));
        var now = _engine.SnapshotAsync(tenant).GetAwaiter().GetResult();
        (_same, _wider) = (SchemaTarget.Of(now), SchemaTarget.Of(Widened(now, "added")));
        // As another version printed it: a declaration that this server has not read yet.
        var declared = new Snapshot { Form = now.Form with { IsServer = false }, Objects = now.Objects };
        _known = new(declared, now);
    }

    public Cost Validated() => Cost.Of(() =>
    {
        if (!_engine.ValidateAsync(_tenant, _same).GetAwaiter().GetResult().Diff.IsEmpty)
            throw new InvalidOperationException("the database is not equal to itself");
    });

    public Cost Planned() => Cost.Of(() =>
    {
        var plan = _engine.PlanAsync(_tenant, _wider, new()).GetAwaiter().GetResult();
        if (plan is not { Proved: true, Steps.Count: 1 }) throw new InvalidOperationException($"{plan.Steps.Count} steps");
    });

    public Cost Declared()
    {
        var next = SchemaTarget.Of(Widened(_known.Declared, $"added_{_column++}"));
        return Cost.Of(() =>
        {
            var settled = new ScratchNormalizer(_adapter).NormalizeAsync(_tenant, next, _known, default).GetAwaiter().GetResult();
            if (settled.Objects.Count != _known.Settled.Objects.Count)
                throw new InvalidOperationException($"{settled.Objects.Count} objects");
        });
    }

    private static Snapshot Widened(Snapshot snapshot, string name)
    {
        var first = snapshot.Tables.OrderBy(t => t.Name).First();
        var column = first.Columns.First(c => c.Nullable && c.Default is null && c.Computed is null) with { Name = new(name) };
        return snapshot.With(snapshot.Objects.Select(o =>
            ReferenceEquals(o, first) ? first with { Columns = [.. first.Columns, column] } : o));
    }
}
