using System.Globalization;

namespace SchemaSync.PostgreSql.Kinds;

/// <summary>PostgreSQL's types in <c>format_type</c>'s spelling: what a logical type is called, and what an alias stands for.</summary>
internal static class Types
{
    // Manual, Data Types, table 8.1, and the parser's own names for internal ones.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["int"] = "integer", ["int4"] = "integer", ["int2"] = "smallint", ["int8"] = "bigint",
        ["bool"] = "boolean", ["float4"] = "real", ["float8"] = "double precision",
        ["float"] = "double precision", ["decimal"] = "numeric", ["dec"] = "numeric", ["varchar"] = "character varying",
        ["char"] = "character", ["bpchar"] = "character",
        ["varbit"] = "bit varying", ["timestamptz"] = "timestamp with time zone",
        ["timestamp"] = "timestamp without time zone", ["timetz"] = "time with time zone",
        ["time"] = "time without time zone",
    };

    // Manual, Data Types: those that keys are made of, as format_type prints them without their limits.
    private static readonly HashSet<string> Servers = new(StringComparer.Ordinal)
    {
        "bigint", "bit", "bit varying", "boolean", "bytea", "character", "character varying", "cidr", "date", "double precision", "inet",
        "integer", "interval", "jsonb", "macaddr",
        "macaddr8", "money", "name", "numeric", "oid", "real", "smallint", "text",
        "time with time zone", "time without time zone", "timestamp with time zone",
        "timestamp without time zone", "uuid",
    };

    // What Npgsql reads from types that no logical type gives; all others are read as text.
    private static readonly Dictionary<string, LogicalType> Nearest = new(StringComparer.Ordinal)
    {
        ["numeric"] = LogicalType.Decimal, ["money"] = LogicalType.Decimal, ["time with time zone"] = LogicalType.DateTimeOffset,
        ["oid"] = LogicalType.UInt32, ["interval"] = LogicalType.TimeSpan,
    };

    /// <summary>The logical type whose values come nearest to those of a type, as the server prints it.</summary>
    public static ColumnType? NearestTo(string native)
    {
        var isArray = native.EndsWith("[]", StringComparison.Ordinal);
        var word = WithoutLimits(isArray ? native[..^2] : native);
        if (!Nearest.TryGetValue(word.StartsWith("interval ", StringComparison.Ordinal) ? "interval" : word, out var logical))
            logical = LogicalType.String;
        return new() { Logical = logical, IsArray = isArray };
    }

    /// <summary>Whether a type, as the server prints it, is one of the server's own that can be compared.</summary>
    public static bool IsServers(string native) => Servers.Contains(WithoutLimits(native));

    private static string WithoutLimits(string native)
    {
        var (open, close) = (native.IndexOf('(', StringComparison.Ordinal), native.IndexOf(')', StringComparison.Ordinal));
        return open > 0 && close > open ? native[..open] + native[(close + 1)..] : native;
    }

    /// <summary>A logical type in the server's spelling; the pairs are those Npgsql reads and writes.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: PostgreSQL has no such type.</exception>
    public static ColumnType Lower(ObjectId subject, ColumnType type)
    {
        if (type.Logical is LogicalType.Enum or LogicalType.Set)
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.Unsupported, subject.ToString(),
                "a list of values at the column, which PostgreSQL keeps as an enum type of its own") with { Subject = subject }]);
        return ColumnType.Of((type.Logical == LogicalType.Native ? Normalize(type.Native ?? "") : NameOf(type))
            + (type.IsArray ? "[]" : ""));
    }

    /// <summary>A spelling of the user's in the server's, as far as that is certain without a server.</summary>
    public static string Normalize(string native)
    {
        var folded = PostgreSqlText.Fold(native);
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        var brackets = folded.IndexOf('[', StringComparison.Ordinal);
        var name = folded[..(open >= 0 ? open : brackets >= 0 ? brackets : folded.Length)];
        var close = folded.IndexOf(')', StringComparison.Ordinal);
        var arguments = open >= 0 && close > open ? folded[open..(close + 1)].Replace(", ", ",", StringComparison.Ordinal) : "";
        var rest = folded[(open >= 0 && close > open ? close + 1 : name.Length)..].Trim();
        if (!Aliases.TryGetValue(name.Trim(), out var full)) return folded.Replace(", ", ",", StringComparison.Ordinal);
        // The precision of a time stands between its words: timestamp(3) without time zone.
        var space = full.StartsWith("time", StringComparison.Ordinal) ? full.IndexOf(' ', StringComparison.Ordinal) : -1;
        if (rest.StartsWith("with", StringComparison.Ordinal)) return folded;
        return space < 0 ? full + arguments + rest : full[..space] + arguments + full[space..] + rest;
    }

    private static string NameOf(ColumnType type) => type.Logical switch
    {
        LogicalType.Boolean => "boolean",
        LogicalType.Byte or LogicalType.SByte or LogicalType.Int16 => "smallint",
        LogicalType.UInt16 or LogicalType.Int32 => "integer",
        LogicalType.UInt32 or LogicalType.Int64 => "bigint",
        LogicalType.UInt64 => "numeric(20,0)",
        LogicalType.Single => "real",
        LogicalType.Double => "double precision",
        LogicalType.Decimal => "numeric" + (type.Precision is { } precision ? $"({N(precision)},{N(type.Scale ?? 0)})" : ""),
        LogicalType.String => type.MaxLength is { } length ? $"character varying({N(length)})" : "text",
        LogicalType.Char => "character(1)",
        LogicalType.Binary => "bytea",
        LogicalType.Guid => "uuid",
        LogicalType.DateTime => $"timestamp{Digits(type)} without time zone",
        LogicalType.DateTimeOffset => $"timestamp{Digits(type)} with time zone",
        LogicalType.Date => "date",
        LogicalType.Time => $"time{Digits(type)} without time zone",
        LogicalType.TimeSpan => $"interval{Digits(type)}",
        LogicalType.Json => "jsonb",
        LogicalType.UserDefined => PostgreSqlText.Shown(type.TypeName),
        _ => throw new InvalidOperationException($"the logical type {type.Logical} has no name"),
    };

    private static string Digits(ColumnType type) => type.Precision is { } digits ? $"({N(digits)})" : "";

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
