namespace SchemaSync.Generators.Building;

/// <summary>Options in the provider's own words, ordered by name.</summary>
internal static class Options
{
    /// <summary>A list of <c>name=value</c>, each known to the provider by its name.</summary>
    public static EquatableArray<TableOption> Read(AttributeUse use, OptionNames known, string subject, BuildContext context) =>
        use.Texts("Options") is { IsEmpty: false } texts ? Read(texts, use, known, subject, context) : default;

    /// <summary>One option; null where this provider does not know it, which is reported.</summary>
    public static TableOption? One(string name, string value, AttributeUse use, OptionNames known, string subject, BuildContext context)
    {
        if (known.Find(name.Trim()) is { } found) return new(found, value.Trim());
        context.Unsupported(use.Place, subject, $"the option {name.Trim()}", $"correct its name, or limit {use.Display} with Provider");
        return context.IsConfigured ? null : new(name.Trim(), value.Trim());
    }

    /// <summary>A list of <c>name=value</c> whose names are open, such as session settings.</summary>
    public static EquatableArray<TableOption> Settings(AttributeUse use, string argument) =>
        Sorted(use.Texts(argument).Select(Split).Select(p => new TableOption(p.Name, p.Value)));

    /// <summary>Ordered by name, as the model wants them.</summary>
    public static EquatableArray<TableOption> Sorted(IEnumerable<TableOption> options) =>
        options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray();

    private static EquatableArray<TableOption> Read(EquatableArray<string> texts, AttributeUse use,
        OptionNames known, string subject, BuildContext context) =>
        Sorted(texts.Select(text => One(text, use, known, subject, context)).OfType<TableOption>());

    private static TableOption? One(string text, AttributeUse use, OptionNames known, string subject, BuildContext context)
    {
        var (name, value) = Split(text);
        return One(name, value, use, known, subject, context);
    }

    private static (string Name, string Value) Split(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? (text.Trim(), "") : (text.Substring(0, equals).Trim(), text.Substring(equals + 1).Trim());
    }
}
