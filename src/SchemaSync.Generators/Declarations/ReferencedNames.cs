using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>
/// The names that one referenced assembly declares, as one value that compares by its text: what changes in the other project without
/// changing a name changes nothing here.
/// </summary>
internal sealed class ReferencedNames(string assembly, string text) : IEquatable<ReferencedNames>
{
    private readonly string _text = text;
    private readonly Lazy<EquatableArray<DeclaredNames>> _names = new(() => Parse(text));

    public string Assembly { get; } = assembly;

    /// <summary>
    /// The names for each group of providers; none where the text cannot be read, which the command line says with its reason.
    /// </summary>
    public EquatableArray<DeclaredNames> Names => _names.Value;

    /// <summary>The names for one provider; null where the assembly was compiled for others.</summary>
    public IReadOnlyList<DeclaredNames> Of(string provider) => Names.Where(n => n.Providers.Contains(provider)).ToList();

    public bool Equals(ReferencedNames? other) => other is not null && Assembly == other.Assembly && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ReferencedNames);

    public override int GetHashCode() => _text.GetHashCode();

    private static EquatableArray<DeclaredNames> Parse(string text)
    {
        try
        {
            return NamesFormat.Read(text);
        }
        catch (JsonFormatException)
        {
            return default;
        }
    }
}
