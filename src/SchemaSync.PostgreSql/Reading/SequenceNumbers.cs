namespace SchemaSync.PostgreSql.Reading;

/// <summary>The numbers of a sequence, those left out that the server would choose by itself.</summary>
internal sealed record SequenceNumbers(long? Start, long? Increment, long? Min, long? Max, long? Cache)
{
    /// <summary>Of a sequence as the catalogue has it (manual, CREATE SEQUENCE).</summary>
    public static SequenceNumbers Of(SequenceRow row)
    {
        var (least, greatest) = Range(row.Type);
        var isUp = row.Increment > 0;
        var min = isUp ? 1 : least;
        var max = isUp ? greatest : -1;
        var start = isUp ? row.Min : row.Max;
        return new(
            row.Start == start ? null : row.Start,
            row.Increment == 1 ? null : row.Increment,
            row.Min == min ? null : row.Min,
            row.Max == max ? null : row.Max,
            row.Cache == 1 ? null : row.Cache);
    }

    private static (long Least, long Greatest) Range(string type) => type switch
    {
        "smallint" => (short.MinValue, short.MaxValue),
        "integer" => (int.MinValue, int.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };
}
