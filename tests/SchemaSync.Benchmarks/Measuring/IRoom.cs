namespace SchemaSync.Benchmarks;

/// <summary>The benchmarks of one part of the product, one file each: add a class, and it is run.</summary>
internal interface IRoom
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>Measures floor and product in turn and gives one line per target.</summary>
    IEnumerable<Outcome> Measure(Effort effort);
}
