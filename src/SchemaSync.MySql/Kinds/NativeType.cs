using System.Globalization;

namespace SchemaSync.MySql.Kinds;

/// <summary>A type as the server spells it, taken apart.</summary>
/// <param name="Name">Such as <c>varchar</c>.</param>
/// <param name="Length">The first number in parentheses, or what goes without saying.</param>
/// <param name="Scale">The second number.</param>
/// <param name="Modifiers">Such as <c>unsigned</c>.</param>
/// <param name="Values">Of enum and set, with their quotes.</param>
internal sealed record NativeType(string Name, long Length, long Scale, string Modifiers, EquatableArray<string> Values)
{
    private static readonly Dictionary<string, int> Bits = new(StringComparer.Ordinal)
    {
        ["tinyint"] = 8,
        ["smallint"] = 16,
        ["mediumint"] = 24,
        ["int"] = 32,
        ["bigint"] = 64,
    };

    /// <summary>Whether it is a type of whole numbers.</summary>
    public bool IsInteger => Bits.ContainsKey(Name);

    /// <summary>The least whole number.</summary>
    public decimal Min => IsUnsigned ? 0 : -Pow(Bits[Name] - 1);

    /// <summary>The greatest whole number.</summary>
    public decimal Max => Pow(IsUnsigned ? Bits[Name] : Bits[Name] - 1) - 1;

    /// <summary>The most bytes that a text takes; a number counts for nothing.</summary>
    public long BytesIn(string? charset) => Name switch
    {
        "char" or "varchar" => Length * Collations.BytesPerCharacter(charset),
        "binary" or "varbinary" => Length,
        _ when Name.EndsWith("text", StringComparison.Ordinal) || Name.EndsWith("blob", StringComparison.Ordinal) => uint.MaxValue,
        _ => 0,
    };

    private bool IsUnsigned => Modifiers.Contains("unsigned", StringComparison.Ordinal);

    /// <summary>Takes a type apart. The display width of whole numbers says nothing about values and is left out.</summary>
    public static NativeType Of(string native)
    {
        var tokens = Lexer.Read(native).Significant;
        if (tokens.Count == 0) return new(native, 0, 0, "", []);
        var name = tokens[0].ToString().ToLowerInvariant();
        var numbers = tokens.Where(t => t.Kind == SqlTokenKind.Number)
            .Select(t => long.Parse(t.Span, CultureInfo.InvariantCulture)).ToList();
        var words = tokens.Skip(1).Where(t => t.Kind == SqlTokenKind.Name).Select(t => t.ToString().ToLowerInvariant());
        var values = tokens.Where(t => t.Kind == SqlTokenKind.String).Select(t => t.ToString()).ToEquatableArray();
        var isNumber = Bits.ContainsKey(name);
        return new(name, isNumber ? 0 : numbers.FirstOrDefault(), numbers.ElementAtOrDefault(1), string.Join(' ', words), values);
    }

    private static decimal Pow(int bits) => bits == 64 ? 18_446_744_073_709_551_616m : (decimal)(1UL << bits);
}
