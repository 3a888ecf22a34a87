namespace SchemaSync.Scaffolding.Tests;

/// <summary>Every state that a server printed for a case of the planners: all kinds, all properties, names of all sorts.</summary>
public sealed class KeptStateTests
{
    // What the server alone says of a declaration, and nobody can say without it.
    private static readonly string[] OfTheServer =
    [
        "postgresql/combinations/procedure-with-out-arguments", "mariadb/keys/foreign-key-restrict",
    ];

    public static TheoryData<string> Databases => ["postgresql", "mysql", "mariadb", "sqlite"];

    [Theory]
    [MemberData(nameof(Databases))]
    public void Every_kept_state_becomes_CSharp_that_declares_it(string database)
    {
        var states = GoldenPlan.All(database).SelectMany(n => new[] { (n, GoldenPlan.States(n).From), (n, GoldenPlan.States(n).To) })
            
            .DistinctBy(s => s.Item2.Fingerprint).Where(s => !OfTheServer.Contains(s.n)).ToList();
        Assert.True(states.Count > 50, $"{database} has {states.Count} states");
        var wrong = states.AsParallel()
            .Select(s => RoundTrip.Difference(s.Item2) is { } lost ? $"{s.n}\n{lost}" : null).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {states.Count}\n\n{string.Join("\n\n", wrong)}");
    }
}
