namespace SchemaSync.Engine.Tenancy.Control;

/// <summary>Diagnostics as a control database keeps them: codes with their arguments.</summary>
internal static class DiagnosticText
{
    /// <summary>As text.</summary>
    public static string Write(EquatableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsEmpty) return "";
        var json = new JsonWriter(indented: false);
        json.StartArray();
        foreach (var diagnostic in diagnostics)
        {
            json.StartArray();
            json.String(null, diagnostic.Entry.Code);
            foreach (var argument in diagnostic.Arguments) json.String(null, argument);
            json.EndArray();
        }

        json.EndArray();
        return json.ToString();
    }

    /// <summary>What another worker wrote; what this version does not understand of it is left out.</summary>
    public static EquatableArray<Diagnostic> Read(string text)
    {
        try
        {
            return text.Length > 0 && JsonReader.Parse(text) is JsonArray all ? [.. all.Items.Select(Read).OfType<Diagnostic>()] : [];
        }
        catch (JsonFormatException)
        {
            return [];
        }
    }

    private static Diagnostic? Read(JsonValue item)
    {
        var words = item is JsonArray array ? array.Items.OfType<JsonString>().Select(s => s.Value).ToList() : [];
        if (words is not [var code, ..] || !DiagnosticCatalog.All.TryGetValue(code, out var entry)) return null;
        var diagnostic = Diagnostic.Of(entry, [.. words.Skip(1)]);
        try
        {
            return diagnostic.Message.Length > 0 ? diagnostic : null;
        }
        catch (FormatException)
        {
            // The sentence of another version has other places.
            return null;
        }
    }
}
