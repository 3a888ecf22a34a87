namespace SchemaSync.Adapters.Tests;

/// <summary>A schema with rows, and another one near to it; from a file in tests/data/neighbours, whose head says how it is read.</summary>
internal sealed record Neighbours(string Name, IReadOnlyList<string> Servers, string Before, string After)
{
    public static IReadOnlyList<Neighbours> Read(string file, IReadOnlyList<string> servers) =>
        [.. File.ReadAllText(Path.Combine(SchemaCase.Root(), "data", "neighbours", file))
            .Split("\n== ").Skip(1).Select(block => Of(block, servers))];

    private static Neighbours Of(string block, IReadOnlyList<string> servers)
    {
        var lines = block.Split('\n', 2);
        var head = lines[0].Split('|', StringSplitOptions.TrimEntries);
        var schemas = $"\n{lines[1]}".Split("\n--\n");
        return new(head[0], head.Length > 1 ? head[1].Split(',', StringSplitOptions.TrimEntries) : servers, schemas[0], schemas[1]);
    }
}
