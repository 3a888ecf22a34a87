using System.Text.Json;

namespace SchemaSync.Cli.Tests;

/// <summary>The part of JSON Schema 2020-12 that our schema uses; a keyword it does
/// not know fails, so that nothing passes unread.</summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    private static readonly string[] Words = ["$schema", "$id", "title", "$defs", "description"];

    public static void Valid(string schema, string document) =>
        Assert.Empty(new JsonSchemaCheck(JsonDocument.Parse(schema).RootElement).Errors(JsonDocument.Parse(document).RootElement));

    public IReadOnlyList<string> Errors(JsonElement value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Keyword(schema, keyword, value, at)).ToList();

    private IEnumerable<string> Keyword(JsonElement schema, JsonProperty keyword, JsonElement value, string at) => keyword.Name switch
    {
        "type" => Types(keyword.Value).Any(t => Is(value, t)) ? [] : [$"{at} is no {keyword.Value}"],
        "const" => keyword.Value.ToString() == value.ToString() ? [] : [$"{at} is not {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(v => v.ToString() == value.ToString()) ? [] : [$"{at} is '{value}'"],
        "required" =>
            keyword.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{at} lacks {n}"),
        "properties" => value.ValueKind != JsonValueKind.Object ? [] : keyword.Value.EnumerateObject()
            .Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(p.Value, value.GetProperty(p.Name), $"{at}.{p.Name}")),
        "additionalProperties" =>
            value.EnumerateObject().Where(m => !schema.GetProperty("properties").TryGetProperty(m.Name, out _))
                .Select(m => $"{at} has {m.Name}"),
        "items" => value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{at}[{i}]")),
        "$ref" => Check(root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value, at),
        "oneOf" => keyword.Value.EnumerateArray().Select(s => Check(s, value, at).ToList()).ToList() is var all
            && all.Count(e => e.Count == 0) == 1 ? [] : [$"{at} fits none of its forms: {string.Join("; ", all.MinBy(e => e.Count)!)}"],
        _ => Words.Contains(keyword.Name) ? [] : [$"the keyword {keyword.Name} is not known"],
    };

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
