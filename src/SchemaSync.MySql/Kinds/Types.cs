using System.Globalization;

namespace SchemaSync.MySql.Kinds;

/// <summary>Types both ways: what a logical type is called, and the server's spelling of a declared native one.</summary>
internal static class Types
{
    // 4 bytes a character: what a row of 65,535 bytes can hold at all.
    private const int LongestVarchar = 16_383, LongestVarbinary = 65_532;

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["integer"] = "int", ["int4"] = "int", ["int1"] = "tinyint", ["int2"] = "smallint",
        ["int3"] = "mediumint", ["int8"] = "bigint", ["middleint"] = "mediumint",
        ["bool"] = "tinyint(1)", ["boolean"] = "tinyint(1)", ["dec"] = "decimal", ["numeric"] = "decimal", ["fixed"] = "decimal",
        ["real"] = "double", ["float4"] = "float",
        ["float8"] = "double", ["character"] = "char", ["nchar"] = "char", ["nvarchar"] = "varchar",
    };

    // MariaDB prints a width where none was given: the digits of the greatest number, and a sign.
    private static readonly Dictionary<string, (int Signed, int Unsigned)> Widths = new(StringComparer.Ordinal)
    {
        ["tinyint"] = (4, 3), ["smallint"] = (6, 5), ["mediumint"] = (9, 8), ["int"] = (11, 10), ["bigint"] = (20, 20),
    };

    // What MySqlConnector reads from types that no logical type gives; all others are read as text.
    private static readonly Dictionary<string, (LogicalType Signed, LogicalType Unsigned)> Nearest = new(StringComparer.Ordinal)
    {
        ["tinyint"] = (LogicalType.SByte, LogicalType.Byte), ["smallint"] = (LogicalType.Int16, LogicalType.UInt16),
        ["mediumint"] = (LogicalType.Int32, LogicalType.UInt32), ["int"] = (LogicalType.Int32, LogicalType.UInt32),
        ["bigint"] = (LogicalType.Int64, LogicalType.UInt64), ["year"] = Both(LogicalType.Int16), ["bit"] = Both(LogicalType.UInt64),
        ["decimal"] = Both(LogicalType.Decimal), ["float"] = Both(LogicalType.Single), ["double"] = Both(LogicalType.Double),
        ["datetime"] = Both(LogicalType.DateTime), ["timestamp"] = Both(LogicalType.DateTime), ["time"] = Both(LogicalType.TimeSpan),
        ["binary"] = Both(LogicalType.Binary), ["varbinary"] = Both(LogicalType.Binary), ["tinyblob"] = Both(LogicalType.Binary),
        ["blob"] = Both(LogicalType.Binary), ["mediumblob"] = Both(LogicalType.Binary), ["longblob"] = Both(LogicalType.Binary),
        ["geometry"] = Both(LogicalType.Binary), ["point"] = Both(LogicalType.Binary), ["linestring"] = Both(LogicalType.Binary),
        ["polygon"] = Both(LogicalType.Binary), ["multipoint"] = Both(LogicalType.Binary), ["geomcollection"] = Both(LogicalType.Binary),
        ["multilinestring"] = Both(LogicalType.Binary), ["multipolygon"] = Both(LogicalType.Binary),
        ["geometrycollection"] = Both(LogicalType.Binary),
    };

    /// <summary>The server's spelling of a column's type.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: the provider has no such type.</exception>
    public static string NativeOf(QualifiedName table, Column column, MySqlCapabilities server)
    {
        var type = column.Type;
        if (type.IsArray) throw Unsupported(table, column, "an array type, which the server lacks");
        return type.Logical switch
        {
            LogicalType.Native => Normalize(type.Native ?? "", server),
            LogicalType.UserDefined => throw Unsupported(table, column, "a type of its own, which the server lacks"),
            LogicalType.Enum or LogicalType.Set =>
                $"{type.Logical.ToString().ToLowerInvariant()}({string.Join(",", type.Values.Select(MySqlText.Literal))})",
            _ => Normalize(Logical(type, server), server),
        };
    }

    /// <summary>A type in the one spelling that the server prints.</summary>
    public static string Normalize(string native, MySqlCapabilities server)
    {
        var lexed = Lexer.Read(native);
        if (lexed.Error is not null || lexed.Tokens.Count == 0) return native;
        var words = new List<string>();
        var arguments = "";
        foreach (var token in lexed.Significant)
        {
            if (token.Kind == SqlTokenKind.Name) words.Add(token.ToString().ToLowerInvariant());
            else arguments += token.ToString();
        }

        // No word of a type: the server says what it thinks of it.
        if (words.Count == 0) return native;
        words.Remove("signed");
        if (words is ["double", "precision", ..] or ["character", "varying", ..]) words.RemoveAt(words[0] == "double" ? 1 : 0);
        if (words[0] == "varying") words[0] = "varchar";
        return Spell(Aliases.GetValueOrDefault(words[0], words[0]), arguments, words.Skip(1).ToList(), server);
    }

    /// <summary>The logical type whose values come nearest to those of a type, as the server prints it.</summary>
    public static ColumnType? NearestTo(string native)
    {
        var open = native.IndexOfAny(['(', ' ']);
        var isUnsigned = native.Contains(" unsigned", StringComparison.Ordinal);
        return Nearest.TryGetValue(open < 0 ? native : native[..open], out var found)
            ? ColumnType.Of(isUnsigned ? found.Unsigned : found.Signed)
            : null;
    }

    private static string Spell(string name, string arguments, List<string> modifiers, MySqlCapabilities server)
    {
        var isZerofill = modifiers.Contains("zerofill");
        if (isZerofill && !modifiers.Contains("unsigned")) modifiers.Insert(0, "unsigned");
        if (Widths.TryGetValue(name, out var width))
        {
            var digits = modifiers.Contains("unsigned") ? width.Unsigned : width.Signed;
            if (arguments.Length == 0 && (server.HasDisplayWidths || isZerofill))
                arguments = $"({digits.ToString(CultureInfo.InvariantCulture)})";
            // MySQL keeps a width only where it still means something.
            else if (!server.HasDisplayWidths && !isZerofill && (name != "tinyint" || arguments != "(1)" || modifiers.Count > 0))
                arguments = "";
        }

        arguments = (name, arguments) switch
        {
            ("decimal", "") => "(10,0)",
            ("decimal", _) when !arguments.Contains(',', StringComparison.Ordinal) =>
                arguments.Replace(")", ",0)", StringComparison.Ordinal),
            ("bit" or "char" or "binary", "") => "(1)",
            ("year", _) => server.HasDisplayWidths ? "(4)" : "",
            ("datetime" or "timestamp" or "time", "(0)") => "",
            _ => arguments,
        };
        return string.Join(' ', [name + arguments, .. modifiers]);
    }

    private static string Logical(ColumnType type, MySqlCapabilities server) => type.Logical switch
    {
        LogicalType.Boolean => "tinyint(1)",
        LogicalType.Byte => "tinyint unsigned",
        LogicalType.SByte => "tinyint",
        LogicalType.Int16 => "smallint",
        LogicalType.UInt16 => "smallint unsigned",
        LogicalType.Int32 => "int",
        LogicalType.UInt32 => "int unsigned",
        LogicalType.Int64 => "bigint",
        LogicalType.UInt64 => "bigint unsigned",
        LogicalType.Single => "float",
        LogicalType.Double => "double",
        // Wide enough for every System.Decimal; MySQL's own default keeps no fraction.
        LogicalType.Decimal => type.Precision is { } precision ? Number($"decimal({precision},{type.Scale ?? 0})") : "decimal(65,30)",
        LogicalType.String =>
            type.MaxLength switch { null => "longtext", <= LongestVarchar and var n => Number($"varchar({n})"),
                <= 4_194_303 => "mediumtext", _ => "longtext" },
        // CHAR would lose a space.
        LogicalType.Char => "varchar(1)",
        LogicalType.Binary =>
            type.MaxLength switch { null => "longblob", <= LongestVarbinary and var n => Number($"varbinary({n})"),
                <= 16_777_215 => "mediumblob", _ => "longblob" },
        LogicalType.Guid => server.HasUuid ? "uuid" : "char(36)",
        LogicalType.Date => "date",
        LogicalType.DateTime or LogicalType.DateTimeOffset => Number($"datetime({type.Precision ?? 6})"),
        LogicalType.Time or LogicalType.TimeSpan => Number($"time({type.Precision ?? 6})"),
        LogicalType.Json => server.HasJson ? "json" : "longtext",
        _ => throw new InvalidOperationException($"no type for {type.Logical}"),
    };

    private static (LogicalType Signed, LogicalType Unsigned) Both(LogicalType type) => (type, type);

    private static string Number(FormattableString text) => FormattableString.Invariant(text);

    private static SchemaSyncException Unsupported(QualifiedName table, Column column, string what) =>
        new([Diagnostic.Of(InspectionDiagnostics.Unsupported, ObjectId.Of(table, column).ToString(),
            what) with { Subject = ObjectId.Of(table, column) }]);
}
