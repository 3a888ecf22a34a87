namespace SchemaSync.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Floor">The least the work can cost, measured in the same run; null where the limit is a plain number.</param>
internal sealed record Outcome(string Benchmark, Quantity? Floor, Quantity Measured, Limit Limit)
{
    public bool IsOk => Limit.Holds(Floor, Measured);
}
