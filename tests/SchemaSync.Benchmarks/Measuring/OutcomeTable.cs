using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>The outcomes as a table for people, in Markdown so that it can be pasted into docs/benchmarks.md.</summary>
internal static class OutcomeTable
{
    private static readonly string[] Head = ["benchmark", "floor", "measured", "ratio", "target", "verdict"];

    public static string Of(IReadOnlyList<Outcome> outcomes)
    {
        List<string[]> rows = [Head, .. outcomes.Select(Cells)];
        var widths = Enumerable.Range(0, Head.Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(w => new string('-', w))]);
        return string.Join("\n", rows.Select(r => "| " + string.Join(" | ", r.Select((c, i) => c.PadRight(widths[i]))) + " |"));
    }

    /// <summary>One outcome, for whoever watches.</summary>
    public static string Line(Outcome outcome) => string.Join("  ", Cells(outcome).Where(c => c.Length > 0));

    private static string[] Cells(Outcome outcome) =>
    [
        outcome.Benchmark, outcome.Floor?.ToString() ?? "", outcome.Measured.ToString(),
        outcome.Floor is { Value: > 0 } floor ? (outcome.Measured.Value / floor.Value).ToString("0.00", CultureInfo.InvariantCulture) : "",
        outcome.Limit.ToString(), outcome.IsOk ? "ok" : "OVER",
    ];
}
