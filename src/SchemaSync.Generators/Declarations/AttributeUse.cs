using System.Globalization;

namespace SchemaSync.Generators.Declarations;

/// <summary>One attribute as written. Standard attributes are translated into the kinds of ours.</summary>
internal sealed record AttributeUse
{
    /// <summary>What it is.</summary>
    public required AttributeKind Kind { get; init; }

    public required Place Place { get; init; }

    /// <summary>Bits of <c>SchemaSync.Provider</c>; 0 is every provider.</summary>
    public int Providers { get; init; }

    /// <summary>The name of the standard attribute this comes from; empty for ours.</summary>
    public string Standard { get; init; } = "";

    public EquatableArray<Argument> Arguments { get; init; }

    public bool IsStandard => Standard.Length > 0;

    /// <summary>As written in C#, for messages.</summary>
    public string Display => $"[{(IsStandard ? Standard : Kind.Name)}]";

    public ConstantValue? this[string name]
    {
        get
        {
            foreach (var argument in Arguments)
            {
                if (argument.Name == name) return argument.Value;
            }

            return null;
        }
    }

    public string? Text(string name) => this[name] is { Kind: ConstantKind.Text } value ? value.Text : null;

    /// <summary>Whether an argument says anything: not when it is null, false, the zero of an enum, or an empty list.</summary>
    public bool Gives(string name) => this[name] switch
    {
        null or { Kind: ConstantKind.Null } or { Kind: ConstantKind.Boolean, Text: "false" }
            or { Kind: ConstantKind.Enumeration, Text: "0" } => false,
        { Kind: ConstantKind.List } list => !list.Items.IsEmpty,
        _ => true,
    };

    public bool Flag(string name) => this[name] is { Kind: ConstantKind.Boolean, Text: "true" };

    public long? Number(string name) =>
        this[name] is { Kind: ConstantKind.Integer or ConstantKind.Enumeration } value
        && long.TryParse(value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public EquatableArray<string> Texts(string name) => this[name] is { Kind: ConstantKind.List } list
        ? list.Items.Where(i => i.Kind == ConstantKind.Text).Select(i => i.Text).ToEquatableArray()
        : [];
}

internal static class AttributeUses
{
    /// <summary>Whether one of them is of a kind; asked several times of every property, so without a closure.</summary>
    public static bool Has(this EquatableArray<AttributeUse> uses, AttributeKind kind)
    {
        foreach (var use in uses) if (use.Kind == kind) return true;
        return false;
    }
}
