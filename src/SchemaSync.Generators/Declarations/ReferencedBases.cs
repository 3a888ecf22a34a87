namespace SchemaSync.Generators.Declarations;

/// <summary>The base classes that one referenced assembly declares, as one value that compares by its text.</summary>
internal sealed class ReferencedBases(string assembly, string text) : IEquatable<ReferencedBases>
{
    private readonly string _text = text;
    private readonly Lazy<(Dictionary<string, BaseDeclaration> Bases, string? Problem)> _read = new(() => Parse(text));

    public string Assembly { get; } = assembly;

    /// <summary>Why the text cannot be read; null where it can.</summary>
    public string? Problem => _read.Value.Problem;

    public BaseDeclaration? Of(string fullName) => _read.Value.Bases.TryGetValue(fullName, out var found) ? found : null;

    public bool Equals(ReferencedBases? other) => other is not null && Assembly == other.Assembly && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ReferencedBases);

    public override int GetHashCode() => _text.GetHashCode();

    private static (Dictionary<string, BaseDeclaration>, string?) Parse(string text)
    {
        var bases = new Dictionary<string, BaseDeclaration>(StringComparer.Ordinal);
        try
        {
            foreach (var found in BasesFormat.Read(text)) bases[found.FullName] = found;
            return (bases, null);
        }
        catch (JsonFormatException e)
        {
            return (bases, e.Message);
        }
    }
}

/// <summary>What a referenced assembly tells other compilers; each part is null where it says nothing of it.</summary>
internal sealed record Referenced(string Assembly, ReferencedNames? Names, ReferencedBases? Bases);
