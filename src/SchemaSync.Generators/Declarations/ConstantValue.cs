using System.Globalization;

namespace SchemaSync.Generators.Declarations;

internal enum ConstantKind
{
    Null,
    Text,
    Boolean,
    Integer,
    Real,
    Character,
    Enumeration,
    Type,
    List,
}

/// <summary>The constant of an attribute argument, as a value that compares.</summary>
/// <param name="Text">Invariant text: the digits, the characters, a type's metadata name.</param>
/// <param name="Member">The name of an enum member; a type's name as people write it.</param>
internal sealed record ConstantValue(ConstantKind Kind, string Text, string Member = "", EquatableArray<ConstantValue> Items = default)
{
    public static ConstantValue Null { get; } = new(ConstantKind.Null, "");

    public static ConstantValue Of(string text) => new(ConstantKind.Text, text);

    public static ConstantValue Of(bool value) => new(ConstantKind.Boolean, value ? "true" : "false");

    public static ConstantValue Of(long value) => new(ConstantKind.Integer, value.ToString(CultureInfo.InvariantCulture));

    public static ConstantValue Of(IEnumerable<ConstantValue> items) => new(ConstantKind.List, "", "", items.ToEquatableArray());
}

/// <summary>One argument, under the name of the attribute's property.</summary>
internal sealed record Argument(string Name, ConstantValue Value);
