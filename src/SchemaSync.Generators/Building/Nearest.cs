namespace SchemaSync.Generators.Building;

/// <summary>The name somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The nearest name by edit distance, compared without case and underscores; empty when none is near.</summary>
    public static string Of(string text, IEnumerable<string> names)
    {
        var wanted = Fold(text);
        var best = "";
        var least = Math.Max(2, wanted.Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = Distance(wanted, Fold(name));
            if (distance >= least) continue;
            (best, least) = (name, distance);
        }

        return best;
    }

    private static string Fold(string text) => text.Replace("_", "").ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
