namespace SchemaSync.Generators.Declarations;

/// <summary>
/// The names that one referenced assembly declares, as one value that compares by its text: what changes in the other project without
/// changing a name changes nothing here.
/// </summary>
internal sealed class ReferencedNames(string assembly, string text) : IEquatable<ReferencedNames>
{
    private readonly string _text = text;
    private readonly Lazy<(EquatableArray<DeclaredNames> Names, string? Problem)> _read = new(() => Parse(text));

    public string Assembly { get; } = assembly;

    /// <summary>The names for each group of providers; none where the text cannot be read.</summary>
    public EquatableArray<DeclaredNames> Names => _read.Value.Names;

    /// <summary>Why the text cannot be read; null where it can.</summary>
    public string? Problem => _read.Value.Problem;

    /// <summary>The names for one provider; null where the assembly was compiled for others.</summary>
    public IReadOnlyList<DeclaredNames> Of(string provider) => Names.Where(n => n.Providers.Contains(provider)).ToList();

    public bool Equals(ReferencedNames? other) => other is not null && Assembly == other.Assembly && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ReferencedNames);

    public override int GetHashCode() => _text.GetHashCode();

    private static (EquatableArray<DeclaredNames>, string?) Parse(string text)
    {
        try
        {
            return (NamesFormat.Read(text), null);
        }
        catch (JsonFormatException e)
        {
            return (default, e.Message);
        }
    }
}
