namespace SchemaSync.Generators.Building;

/// <summary>Some of the classes, always the same ones: what is emitted together.</summary>
internal sealed record ManifestPart(int Number, EquatableArray<EquatableArray<BuiltType>> Types)
{
    public string FileName(string stem) =>
        Number == 0
            ? $"SchemaSync.{stem}.g.cs"
            : $"SchemaSync.{stem}{Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.g.cs";
}

/// <summary>
/// Divides a large schema into parts of about 32 classes by a hash of their names: an edit writes, and the
/// compiler parses, one part again instead of megabytes.
/// </summary>
internal static class SchemaParts
{
    private const int PartSize = 32;

    public static IEnumerable<ManifestPart> Of(EquatableArray<EquatableArray<BuiltType>> types)
    {
        var count = Count(types.Count);
        return types.GroupBy(t => Number(t[0].TypeName, count)).OrderBy(g => g.Key)
            .Select((g, i) => new ManifestPart(i, g.ToEquatableArray()));
    }

    // A power of two, so that a new class seldom moves the others.
    private static int Count(int types)
    {
        var count = 1;
        while (types > count * PartSize * 2) count *= 2;
        return count;
    }

    // string.GetHashCode differs from run to run; the output must not.
    private static int Number(string name, int count)
    {
        var hash = 17;
        foreach (var c in name) hash = unchecked((hash * 31) + c);
        return (hash & int.MaxValue) % count;
    }
}
