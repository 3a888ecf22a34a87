namespace SchemaSync.Benchmarks;

/// <summary>Two snapshots that share nothing: every value has to be looked at. Processor time.</summary>
internal sealed class DiffRoom : IRoom
{
    private const int Times = 4;
    private static readonly Limit Limit = new Limit.AtMost(Quantity.Milliseconds(50));

    public string Name => "diff";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var tables = effort.Of(10_000);
        var dialect = new SqliteAdapter().OfflineDialect;
        var from = SampleSchema.Snapshot(tables);
        var same = SampleSchema.Snapshot(tables);
        var changed = SampleSchema.Snapshot(tables, changed: tables / 2);
        var costs = Turns.Take(effort, () => Compare(same, 0), () => Compare(changed, 1));
        yield return new(FormattableString.Invariant($"diff, {tables:N0} equal tables"), null, Quantity.Milliseconds(costs[0].Cpu), Limit);
        yield return new("diff, one changed column among them", null, Quantity.Milliseconds(costs[1].Cpu), Limit);

        Cost Compare(Snapshot to, int expected) => Cost.Of(
            () =>
            {
                var changes = Differ.Compare(from, to, dialect).Changes.Count;
                if (changes != expected) throw new InvalidOperationException($"{changes} changes found");
            },
            Times);
    }
}
