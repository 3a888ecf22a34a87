using BenchmarkDotNet.Attributes;

namespace SchemaSync.Benchmarks;

/// <summary>Two snapshots of 10,000 tables that share nothing: every value has to be looked at.</summary>
internal sealed class DiffRoom : IRoom
{
    private static readonly Limit Limit = new Limit.AtMost(Quantity.Milliseconds(50));

    public string Name => "diff";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var medians = InProcess.Medians<DiffBenchmarks>(effort.Rounds);
        yield return new("diff, 10,000 equal tables", null, Quantity.Milliseconds(medians[nameof(DiffBenchmarks.Equal)]), Limit);
        yield return new("diff, one changed column among them", null, Quantity.Milliseconds(medians[nameof(DiffBenchmarks.OneColumn)]), Limit);
    }
}

/// <summary>What <see cref="DiffRoom"/> measures; a public class, because BenchmarkDotNet calls it.</summary>
public class DiffBenchmarks
{
    private const int Tables = 10_000;
    private readonly Dialect _dialect = new SqliteAdapter().OfflineDialect;
    private readonly Snapshot _from = SampleSchema.Snapshot(Tables);
    private readonly Snapshot _same = SampleSchema.Snapshot(Tables);
    private readonly Snapshot _changed = SampleSchema.Snapshot(Tables, changed: Tables / 2);

    [Benchmark]
    public int Equal() => Compare(_same, 0);

    [Benchmark]
    public int OneColumn() => Compare(_changed, 1);

    private int Compare(Snapshot to, int expected)
    {
        var changes = Differ.Compare(_from, to, _dialect).Changes.Count;
        return changes == expected ? changes : throw new InvalidOperationException($"{changes} changes found");
    }
}
