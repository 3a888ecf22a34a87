using System.Globalization;

namespace SchemaSync.MySql.Planning;

/// <summary>
/// Between types that have little to do with each other: the condition takes every value for a misfit that is not surely one that both
/// servers take. Where almost none is, that is every value.
/// </summary>
internal static class RareConversions
{
    private const string Clock = "'^[[:space:]]*-?([0-9]{1,2}|[0-7][0-9]{2}|8[0-2][0-9]|83[0-8]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]*)?)?$'";

    private const string FourDigits = "'^[[:space:]]*[0-9]{1,4}[[:space:]]*$'";

    private static readonly string[] Dates = ["date", "datetime", "timestamp"];
    private static readonly string[] Lists = ["enum", "set"];
    private static readonly string[] Texts = ["char", "varchar", "tinytext", "text", "mediumtext", "longtext"];
    private static readonly string[] Others = ["decimal", "float", "double", "time", "year", "bit", "json"];

    /// <summary>The condition under which a value does not fit; empty where every one does, null where it cannot be told.</summary>
    /// <param name="name">The column, quoted.</param>
    /// <param name="from">The type that it has.</param>
    /// <param name="to">The type that it is to have.</param>
    public static string? Misfit(string name, NativeType from, NativeType to)
    {
        if (!IsKnown(from) || (from.Name == to.Name && Lists.Contains(to.Name))) return null;
        var none = $"{name} IS NOT NULL";
        return to.Name switch
        {
            "time" => Dates.Contains(from.Name) || from.Name is "time" ? "" : from.Name is "json" ? none : ToTime(name, from),
            "year" => Lists.Contains(from.Name) || from.Name is "year" ? ""
                : Dates.Contains(from.Name) || from.Name is "time" or "json" ? none : ToYear(name, from),
            "bit" => from.Name is "json" ? none : ToBit(name, from, to),
            "date" or "datetime" or "timestamp" => from.Name is "time" ? "" : none,
            "json" => from.Name is "year" ? "" : none,
            "enum" or "set" or "uuid" or "inet4" or "inet6" => none,
            _ => null,
        };
    }

    /// <summary>The same from JSON to a number: a number that is in the range.</summary>
    public static string OfJson(string name, string range) =>
        $"{name} IS NOT NULL AND CASE WHEN JSON_TYPE({name}) IN ('INTEGER', 'UNSIGNED INTEGER', 'DECIMAL', 'DOUBLE') THEN "
            + $"{(range.Length == 0 ? "FALSE" : range)} ELSE TRUE END";

    private static bool IsKnown(NativeType type) => type.IsInteger || Dates.Contains(type.Name) || Lists.Contains(type.Name)
        || Texts.Contains(type.Name) || Others.Contains(type.Name);

    private static bool IsText(NativeType type) => Texts.Contains(type.Name);

    // A number is read as hhmmss.
    private static string ToTime(string name, NativeType from)
    {
        if (IsText(from) || Lists.Contains(from.Name)) return $"CAST({name} AS CHAR) NOT REGEXP {Clock}";
        var digits = $"LEAST(TRUNCATE(ABS({name} + 0.0), 0), 8386000)";
        return $"{digits} > 8385959 OR {digits} % 100 > 59 OR {digits} DIV 100 % 100 > 59";
    }

    private static string ToYear(string name, NativeType from)
    {
        var value = IsText(from) ? $"CAST({name} AS DECIMAL(65,0))" : $"ROUND({name} + 0)";
        var year = $"NOT ({value} BETWEEN 0 AND 99 OR {value} BETWEEN 1901 AND 2155)";
        return IsText(from) ? $"{name} NOT REGEXP {FourDigits} OR {year}" : $"{name} + 0 < 0 OR {year}";
    }

    private static string ToBit(string name, NativeType from, NativeType to)
    {
        if (to.Length >= 64 && !IsText(from) && from.Name is not ("decimal" or "float" or "double")) return "";
        var most = (to.Length >= 64 ? ulong.MaxValue : (1UL << (int)to.Length) - 1).ToString(CultureInfo.InvariantCulture);
        return IsText(from)
            ? $"{name} NOT REGEXP '^[[:space:]]*[0-9]+[[:space:]]*$' OR CAST({name} AS DECIMAL(65,0)) > {most}"
            : $"{name} + 0 < 0 OR ROUND({name} + 0) > {most}";
    }
}
