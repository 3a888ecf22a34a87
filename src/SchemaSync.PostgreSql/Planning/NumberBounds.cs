using System.Globalization;

namespace SchemaSync.PostgreSql.Planning;

/// <summary>Between which numbers a sequence counts. The server refuses bounds that its present number is outside of.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
internal sealed record NumberBounds(long Min, long Max)
{
    /// <summary>With the server's own choice where nothing is said (manual, CREATE
    /// SEQUENCE); what the type allows does not matter here.</summary>
    public static NumberBounds Of(long? increment, long? min, long? max) =>
        (increment ?? 1) > 0 ? new(min ?? 1, max ?? long.MaxValue) : new(min ?? long.MinValue, max ?? -1);

    /// <summary>Whether no number is within both: then counting begins anew.</summary>
    public bool IsApart(NumberBounds other) => Max < other.Min || Min > other.Max;

    /// <summary>Statements that bring a sequence that stands outside its new bounds to the nearest of them.</summary>
    /// <param name="to">The new bounds.</param>
    /// <param name="sequence">The sequence, as an expression of its name.</param>
    /// <param name="from">Where its present number is found, as the end of a query up to WHERE.</param>
    /// <param name="last">Its present number, as an expression.</param>
    public IEnumerable<string> Bring(NumberBounds to, string sequence, string from, string last)
    {
        if (to.Min > Min)
            yield return $"SELECT pg_catalog.setval({sequence}, {N(to.Min)}, false){from} WHERE {last} OPERATOR(pg_catalog.<) {N(to.Min)}";
        if (to.Max < Max)
            yield return $"SELECT pg_catalog.setval({sequence}, {N(to.Max)}, false){from} WHERE {last} OPERATOR(pg_catalog.>) {N(to.Max)}";
    }

    /// <summary>A number in SQL.</summary>
    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
