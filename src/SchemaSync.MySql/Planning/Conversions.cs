using System.Globalization;

namespace SchemaSync.MySql.Planning;

/// <summary>Which values of one type another one does not take: asked of the rows before the
/// first statement, in the words of the server that converts them.</summary>
internal static class Conversions
{
    // What the servers read as a number, whole text; a text that only begins like one is refused.
    private const string Number = "'^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$'";

    // MariaDB reads no fraction where a whole number is wanted.
    private const string Whole = "'^[[:space:]]*[-+]?[0-9]+[[:space:]]*$'";

    private const string Exact = "DECIMAL(65,10)";

    private static readonly string[] Chars = ["char", "varchar", "tinytext", "text", "mediumtext", "longtext"];
    private static readonly string[] Dates = ["date", "datetime", "timestamp"];
    private static readonly string[] Inexact = ["float", "double"];
    private static readonly string[] Lists = ["enum", "set"];

    /// <summary>The condition under which a value does not fit; empty where every one does, null where it cannot be told.</summary>
    /// <param name="name">The column, quoted.</param>
    /// <param name="from">The type that it has.</param>
    /// <param name="to">The type that it is to have.</param>
    /// <param name="server">Who converts.</param>
    public static string? Misfit(string name, NativeType from, NativeType to, MySqlCapabilities server) => IsSpoken(from, to)
        ? OfKind($"CAST({name} AS CHAR)", NativeType.Of("text"), to, server)
        : OfKind(name, from, to, server) ?? RareConversions.Misfit(name, from, to);

    // Of what is no number, and becomes none, the text counts.
    private static bool IsSpoken(NativeType from, NativeType to) =>
        from.Name != to.Name && (Lists.Contains(from.Name) || Dates.Contains(from.Name))
        && (Lists.Contains(to.Name) || to.Name is "json" || (Dates.Contains(to.Name) && !Dates.Contains(from.Name)));

    private static string? OfKind(string name, NativeType from, NativeType to, MySqlCapabilities server)
    {
        if (to.IsInteger || to.Name is "decimal" || Inexact.Contains(to.Name)) return ToNumber(name, from, to, server);
        if (Dates.Contains(to.Name)) return ToDate(name, from, to, server);
        if (Chars.Contains(to.Name)) return ToText(name, from, to);
        return IsNumber(from) ? OfNumber(name, from, to)
            : Chars.Contains(from.Name) || from.Name is "enum" ? OfText(name, to, server)
            : null;
    }

    private static string? OfText(string name, NativeType to, MySqlCapabilities server) => to.Name switch
    {
        "enum" => ToEnum(name, to),
        "set" => ToSet(name, to),
        "json" => $"NOT JSON_VALID({name})",
        "uuid" or "inet4" or "inet6" when server.IsMariaDb => $"CAST({name} AS {to.Name}) IS NULL AND {name} IS NOT NULL",
        _ => null,
    };

    // A number is taken for the place of a value, or the bits of several.
    private static string? OfNumber(string name, NativeType from, NativeType to) => to.Name switch
    {
        "enum" when from.IsInteger => $"{name} NOT BETWEEN 1 AND {Text(to.Values.Count)}",
        "set" when from.IsInteger => $"{name} NOT BETWEEN 0 AND {Text(BitsOf(to.Values.Count))}",
        "json" => "",
        "year" when from.IsInteger => $"NOT ({name} BETWEEN 0 AND 99 OR {name} BETWEEN 1901 AND 2155)",
        "bit" when from.IsInteger && to.Length < 64 => $"{name} NOT BETWEEN 0 AND {Text(BitsOf(to.Length))}",
        _ => null,
    };

    private static string? ToNumber(string name, NativeType from, NativeType to, MySqlCapabilities server)
    {
        if (Chars.Contains(from.Name))
            return string.Join(" OR ",
                new[] { $"{name} NOT REGEXP {(server.IsMariaDb && to.IsInteger ? Whole : Number)}",
                    Range($"CAST({name} AS {Exact})", to) }.Where(c => c.Length > 0));
        // MariaDB looks at the sign before it rounds.
        if (server.IsMariaDb && from.Name is "decimal" && to.IsInteger && to.Min == 0) return $"{Range(name, to)} OR {name} < 0";
        if (from.IsInteger || from.Name is "decimal" || Inexact.Contains(from.Name)) return Holds(from, to) ? "" : Range(name, to);
        return from.Name is "json" ? RareConversions.OfJson(name, Range($"CAST({name} AS {Exact})", to))
            : HasNumber(from) ? Range($"({name} + 0)", to)
            : null;
    }

    private static bool HasNumber(NativeType type) =>
        Lists.Contains(type.Name) || Dates.Contains(type.Name) || type.Name is "year" or "bit" or "time";

    // A value is rounded first.
    private static string Range(string value, NativeType to)
    {
        var least = to.Modifiers.Contains("unsigned", StringComparison.Ordinal) ? " OR {0} < 0" : "";
        if (to.IsInteger) return string.Create(CultureInfo.InvariantCulture, $"ROUND({value}) NOT BETWEEN {to.Min} AND {to.Max}");
        if (to.Name is "decimal")
            return string.Create(CultureInfo.InvariantCulture,
                $"ROUND({value}, {to.Scale}) >= 1e{to.Length - to.Scale} OR ROUND({value}, {to.Scale}) <= -1e{to.Length - to.Scale}")
                + least.Replace("{0}", value, StringComparison.Ordinal);
        return to.Name is "float" ? $"ABS({value}) > 3.402823466e38{least.Replace("{0}", value, StringComparison.Ordinal)}"
            : least.Length > 0 ? $"{value} < 0"
            : "";
    }

    private static bool Holds(NativeType from, NativeType to)
    {
        var isUnsigned = to.Modifiers.Contains("unsigned", StringComparison.Ordinal);
        if (from.IsInteger && to.IsInteger) return to.Min <= from.Min && to.Max >= from.Max;
        if (isUnsigned && !from.Modifiers.Contains("unsigned", StringComparison.Ordinal)) return false;
        return (from.Name, to.Name) switch
        {
// Rounding may carry into one digit more.
            ("decimal", "decimal") => to.Length - to.Scale >= from.Length - from.Scale + (to.Scale < from.Scale ? 1 : 0),
            (_, "double") => true,
            ("double", "float") => false,
            (_, "float") => true,
            _ => from.IsInteger && to.Name is "decimal" && to.Length - to.Scale >= 20,
        };
    }

    private static string? ToDate(string name, NativeType from, NativeType to, MySqlCapabilities server)
    {
        var last = server.IsMariaDb && server.Version >= new Version(11, 5) ? "2106-02-07 06:28:15" : "2038-01-19 03:14:07";
        string Outside(string value) => to.Name is "timestamp" && from.Name is not "timestamp"
            ? $"({value} NOT BETWEEN '1970-01-01 00:00:01' AND "
                + $"'{last}.999999'{(server.RefusesZeroDates ? "" : $" AND {value} <> '0000-00-00'")})" : "";
        var value = to.Name is "date" ? $"CAST({name} AS DATE)" : $"CAST({name} AS DATETIME(6))";
        // A date without a month or a day is between others, and no moment.
        if (Dates.Contains(from.Name))
            return Outside(name) is { Length: > 0 } outside ? $"{outside} OR (CAST({name} AS CHAR) LIKE '%-00%' AND {name} <> 0)" : "";
        if (!Chars.Contains(from.Name) && !IsNumber(from)) return null;
        // What follows a date is cut off by a cast alone, and a number that is no date of this century may be read in two ways.
        var odd = Chars.Contains(from.Name) ? $"{name} REGEXP '[a-su-z]'"
            : $"{name} < 10101{(from.IsInteger ? "" : $" OR {name} <> FLOOR({name})")}"
                + (to.Name is "timestamp" && server.IsMariaDb ? $" OR {value} LIKE '%-00%'" : "");
        return string.Join(" OR ", new[] { $"({value} IS NULL AND {name} IS NOT NULL)", odd, Outside(value) }.Where(c => c.Length > 0));
    }

    private static string? ToText(string name, NativeType from, NativeType to)
    {
        if (from.Name is "binary" or "varbinary" || from.Name.EndsWith("blob", StringComparison.Ordinal)) return null;
        // Its bytes become the text.
        if (from.Name is "bit") return $"{name} + 0 > 127";
        if (Inexact.Contains(from.Name) || from.Name is "json") name = $"CAST({name} AS CHAR)";
        return to.Name.EndsWith("text", StringComparison.Ordinal) && to.Name is not "tinytext"
            ? ""
            : $"CHAR_LENGTH({(to.Name is "char" ? $"RTRIM({name})" : name)}) > {Text(to.Name is "tinytext" ? 255 : to.Length)}";
    }

    private static string ToEnum(string name, NativeType to) => $"{name} NOT IN ({string.Join(", ", to.Values)}) AND NOT ({name} "
        + $"REGEXP '^[0-9]+$' AND CAST({name} AS UNSIGNED) BETWEEN 1 AND {Text(to.Values.Count)})";

    // A number is taken for the bits of its values.
    private static string ToSet(string name, NativeType to)
    {
        var one = $"({string.Join("|", to.Values.Select(v => Pattern(v[1..^1])))})";
        return $"{name} NOT REGEXP '^({one}(,{one})*)?[[:space:]]*$' AND NOT ({name} REGEXP '^[0-9]+$' AND CAST({name} AS UNSIGNED) <= "
            + $"{Text(BitsOf(to.Values.Count))})";
    }

    // Every sign that may mean something is put in brackets, where it means itself.
    private static string Pattern(string text) =>
        string.Concat(text.Select(c => c is '\\' or '\'' || char.IsLetterOrDigit(c) || c is ' ' ? $"{c}" : c is '^' ? "\\\\^" : $"[{c}]"));

    private static bool IsNumber(NativeType type) => type.IsInteger || type.Name is "decimal" || Inexact.Contains(type.Name);

    private static decimal BitsOf(long length) => length == 64 ? ulong.MaxValue : (1UL << (int)length) - 1;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
