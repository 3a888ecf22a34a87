namespace SchemaSync.Benchmarks;

/// <summary>The benchmarks of one part of the product, one file each: add a class, and it is run.</summary>
internal interface IRoom
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>Measures floor and product in turn and gives one line per target.</summary>
    IEnumerable<Outcome> Measure(Effort effort);
}

/// <summary>How often a measurement is repeated.</summary>
/// <param name="Rounds">Rounds of in-process benchmarks; floor and product take turns round by round.</param>
/// <param name="Runs">Runs of a whole process; floor and product take turns run by run.</param>
internal sealed record Effort(int Rounds, int Runs)
{
    public static Effort Full { get; } = new(3, 21);

    /// <summary>For trying a change: figures that are good to about a tenth.</summary>
    public static Effort Quick { get; } = new(1, 5);
}
