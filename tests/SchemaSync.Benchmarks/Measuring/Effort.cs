namespace SchemaSync.Benchmarks;

/// <summary>How much is measured, and how often.</summary>
/// <param name="Name">The option that asks for it.</param>
/// <param name="Runs">Runs of each contender; they take turns run by run.</param>
/// <param name="Warmups">Runs before those, which do not count.</param>
/// <param name="Size">The part of the full size.</param>
internal sealed record Effort(string Name, int Runs, int Warmups, double Size)
{
    public static Effort Full { get; } = new("--full", 21, 6, 1);

    /// <summary>For trying a change: figures that are good to about a tenth.</summary>
    public static Effort Quick { get; } = new("--quick", 5, 3, 1);

    /// <summary>So that the benchmarks cannot rot: every room runs, and no figure means anything.</summary>
    public static Effort Tiny { get; } = new("--tiny", 1, 0, 0.002);

    public static IReadOnlyList<Effort> All { get; } = [Full, Quick, Tiny];

    public static Effort Of(string name) => All.Single(e => e.Name == name);

    /// <summary>Whether what this machine has not got is left out rather than missed.</summary>
    public bool TakesWhatIsThere => Size < 1;

    /// <summary>How many of something that the target counts.</summary>
    public int Of(int full) => Math.Max(2, (int)(full * Size));

    /// <summary>For runs of a minute each.</summary>
    public Effort Once() => this with { Runs = 1, Warmups = 0 };

    /// <summary>For runs of many seconds each.</summary>
    public Effort Fewer() => this with { Runs = (Runs + 2) / 3, Warmups = Math.Min(1, Warmups) };
}
