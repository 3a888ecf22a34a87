using System.Globalization;

namespace SchemaSync.Model.Json;

/// <summary>A JSON text is not what was expected; the message says where.</summary>
public class JsonFormatException(string message) : Exception(message);

/// <summary>
/// A JSON value. A small reader and writer of our own, because System.Text.Json inside a compiler
/// process loads only by luck (measured: CS8785 with 11.0.0, and .NET Framework hosts).
/// </summary>
public abstract record JsonValue
{
    internal string AsString(string member) =>
        this is JsonString s ? s.Value : throw new JsonFormatException($"member '{member}' is not a text");

    internal bool AsBoolean(string member) =>
        this is JsonBoolean b ? b.Value : throw new JsonFormatException($"member '{member}' is neither true nor false");

    internal long AsInt64(string member) =>
        this is JsonNumber n && long.TryParse(n.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonFormatException($"member '{member}' is not a whole number");
}

/// <summary>The JSON literal null.</summary>
public sealed record JsonNull : JsonValue;

/// <summary>True or false.</summary>
public sealed record JsonBoolean(bool Value) : JsonValue;

/// <summary>A number, kept as written so that no digit is lost.</summary>
public sealed record JsonNumber(string Text) : JsonValue;

/// <summary>A text.</summary>
public sealed record JsonString(string Value) : JsonValue;

/// <summary>A list.</summary>
public sealed record JsonArray(EquatableArray<JsonValue> Items) : JsonValue;

/// <summary>An object; members keep their order.</summary>
public sealed record JsonObject(EquatableArray<KeyValuePair<string, JsonValue>> Members) : JsonValue
{
    /// <summary>The member of that name, or null. Linear: our objects are small, and the order is kept.</summary>
    public JsonValue? Member(string name)
    {
        foreach (var member in Members)
        {
            if (member.Key == name) return member.Value;
        }

        return null;
    }
}
