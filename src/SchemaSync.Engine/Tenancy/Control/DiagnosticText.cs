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

    /// <summary>What another worker wrote; a code that this version does not know is left out.</summary>
    public static EquatableArray<Diagnostic> Read(string text) => text.Length == 0 ? []
        : [.. ((JsonArray)JsonReader.Parse(text)).Items.Select(i => ((JsonArray)i).Items.Select(v => ((JsonString)v).Value).ToList())
            .Where(words => DiagnosticCatalog.All.ContainsKey(words[0]))
            .Select(words => Diagnostic.Of(DiagnosticCatalog.All[words[0]], [.. words.Skip(1)]))];
}
