using System.Globalization;
using System.Text;

namespace SchemaSync.Generators.Building;

/// <summary>Writes a constant as SQL. A constant that does not fit the property gives null: it is never bent.</summary>
internal static class SqlLiteral
{
    private static readonly string[] Keywords = ["CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME"];
    private static readonly string[] TextTypes = ["CHAR", "TEXT", "CLOB", "ENUM"];

    public static string? Of(ConstantValue value, ClrType type, string? native, ProviderProfile profile)
    {
        if (value.Kind == ConstantKind.Null) return "NULL";
        if (type.IsArray) return null;
        if (type.IsEnum) return Enumeration(value, native, profile);
        return type.Logical switch
        {
            null => ByKind(value, profile),
            LogicalType.Boolean => value.Kind == ConstantKind.Boolean ? (value.Text == "true" ? "TRUE" : "FALSE") : null,
            LogicalType.String => value.Kind is ConstantKind.Text or ConstantKind.Character ? Quote(value.Text, profile) : null,
            LogicalType.Char =>
                value.Kind is ConstantKind.Text or ConstantKind.Character && value.Text.Length == 1 ? Quote(value.Text, profile) : null,
            LogicalType.Single or LogicalType.Double or LogicalType.Decimal => Number(value),
            LogicalType.Binary => Bytes(value, profile),
            >= LogicalType.Byte and <= LogicalType.UInt64 => Whole(value, type.Logical.Value),
            _ => value.Kind == ConstantKind.Text ? Text(value.Text, type.Logical.Value, profile) : null,
        };
    }

    /// <summary>A text constant.</summary>
    public static string? Quote(string text, ProviderProfile profile)
    {
        // SQL text ends at a zero character.
        if (text.IndexOf('\0') >= 0) return null;
        if (profile.BackslashEscapes) text = text.Replace("\\", "\\\\");
        return $"'{text.Replace("'", "''")}'";
    }

    /// <summary>Whether a native type holds text.</summary>
    public static bool IsText(string? native) =>
        native is not null && TextTypes.Any(word => native.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string? Enumeration(ConstantValue value, string? native, ProviderProfile profile)
    {
        if (value.Kind == ConstantKind.Text) return IsText(native) ? Quote(value.Text, profile) : null;
        if (value.Kind is not (ConstantKind.Enumeration or ConstantKind.Integer)) return null;
        if (!IsText(native)) return value.Text;
        return value.Member.Length > 0 ? Quote(value.Member, profile) : null;
    }

    private static string? ByKind(ConstantValue value, ProviderProfile profile) => value.Kind switch
    {
        ConstantKind.Text or ConstantKind.Character => Quote(value.Text, profile),
        ConstantKind.Boolean => value.Text == "true" ? "TRUE" : "FALSE",
        ConstantKind.Integer => value.Text,
        ConstantKind.Real => Number(value),
        _ => null,
    };

    private static string? Whole(ConstantValue value, LogicalType type)
    {
        if (value.Kind is not (ConstantKind.Integer or ConstantKind.Text)) return null;
        if (!decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        var (least, greatest) = Range(type);
        return number >= least && number <= greatest ? number.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static (decimal Least, decimal Greatest) Range(LogicalType type) => type switch
    {
        LogicalType.Byte => (byte.MinValue, byte.MaxValue),
        LogicalType.SByte => (sbyte.MinValue, sbyte.MaxValue),
        LogicalType.Int16 => (short.MinValue, short.MaxValue),
        LogicalType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        LogicalType.Int32 => (int.MinValue, int.MaxValue),
        LogicalType.UInt32 => (uint.MinValue, uint.MaxValue),
        LogicalType.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private static string? Number(ConstantValue value) => value.Kind switch
    {
        ConstantKind.Integer => value.Text,
        ConstantKind.Real => value.Text.Any(char.IsLetter) && !value.Text.Contains("E") ? null : value.Text,
        ConstantKind.Text =>
            decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out _) ? value.Text : null,
        _ => null,
    };

    private static string? Bytes(ConstantValue value, ProviderProfile profile)
    {
        if (value.Kind != ConstantKind.List) return null;
        var hex = new StringBuilder();
        foreach (var item in value.Items)
        {
            if (!byte.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            hex.Append(number.ToString("X2", CultureInfo.InvariantCulture));
        }

        return string.Format(CultureInfo.InvariantCulture, profile.BinaryFormat, hex);
    }

    private static string? Text(string text, LogicalType type, ProviderProfile profile)
    {
        if (type is LogicalType.DateTime or LogicalType.DateTimeOffset or LogicalType.Date or LogicalType.Time
            && Keywords.FirstOrDefault(k => string.Equals(k, text, StringComparison.OrdinalIgnoreCase)) is { } keyword) return keyword;
        var fits = type switch
        {
            LogicalType.Guid => Guid.TryParse(text, out _),
            LogicalType.DateTime or LogicalType.DateTimeOffset => IsDate(text),
            LogicalType.Date => text.Length == 10 && IsDate(text),
            LogicalType.Time =>
                TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && text.Contains(":")
                    && time >= TimeSpan.Zero && time < TimeSpan.FromDays(1),
            LogicalType.TimeSpan => text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
            LogicalType.Json => IsJson(text),
            _ => false,
        };
        return fits ? Quote(text, profile) : null;
    }

    // Year first, so that no culture can read it another way.
    private static bool IsDate(string text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsJson(string text)
    {
        try
        {
            JsonReader.Parse(text);
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }
}
