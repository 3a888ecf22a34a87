namespace SchemaSync.Model.Providers;

/// <summary>Names of options that a provider knows. A name that ends with <c>*</c> stands for every name with that beginning.</summary>
public sealed record OptionNames
{
    private readonly EquatableArray<string> _names;

    private OptionNames(EquatableArray<string> names) => _names = names;

    /// <summary>None at all.</summary>
    public static OptionNames None { get; } = new([]);

    /// <summary>Any.</summary>
    public static OptionNames Any { get; } = new(["*"]);

    /// <summary>These.</summary>
    public static OptionNames Of(params string[] names) => new(names.ToEquatableArray());

    /// <summary>These as well.</summary>
    public OptionNames And(params string[] names) => new([.. _names, .. names]);

    /// <summary>The name in the provider's own case; null where the provider does not know it.</summary>
    public string? Find(string name)
    {
        foreach (var known in _names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) return known;
            if (known[known.Length - 1] != '*') continue;
            var begin = known.Substring(0, known.Length - 1);
            if (name.StartsWith(begin, StringComparison.OrdinalIgnoreCase)) return name.Remove(0, begin.Length).Insert(0, begin);
        }

        return null;
    }
}
