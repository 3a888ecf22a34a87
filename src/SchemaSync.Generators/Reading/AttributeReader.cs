using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>Attributes of a symbol as values: ours, and the standard ones in terms of ours.</summary>
internal static class AttributeReader
{
    // Few words, met by the ten thousand.
    private static readonly ConcurrentDictionary<string, string> ArgumentNames = new(StringComparer.Ordinal);

    public static EquatableArray<AttributeUse> Read(ISymbol symbol, string type, string member)
    {
        var attributes = symbol.GetAttributes();
        if (attributes.IsEmpty) return default;
        var uses = new AttributeUse[attributes.Length];
        var count = 0;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].AttributeClass is not { } found || attributes[i].AttributeConstructor is null) continue;
            var place = new Place(type, member, i);
            if (IsOurs(found)) uses[count++] = ReadOurs(attributes[i], found, place);
            else if (StandardAttributes.Read(attributes[i], found, place) is { } standard) uses[count++] = standard;
        }

        if (count < uses.Length) Array.Resize(ref uses, count);
        return EquatableArray.Owning(uses);
    }

    public static List<Argument> Arguments(AttributeData attribute)
    {
        var arguments = new List<Argument>();
        var parameters = attribute.AttributeConstructor!.Parameters;
        for (var i = 0; i < parameters.Length && i < attribute.ConstructorArguments.Length; i++)
        {
            arguments.Add(new(ArgumentNames.GetOrAdd(parameters[i].Name, Capitalized), Value(attribute.ConstructorArguments[i])));
        }

        foreach (var named in attribute.NamedArguments) arguments.Add(new(named.Key, Value(named.Value)));
        return arguments;
    }

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.BaseType is { Name: "SchemaAttribute" } parent
        && parent.ContainingNamespace is { Name: MetadataNames.OurNamespace, ContainingNamespace.IsGlobalNamespace: true };

    private static AttributeUse ReadOurs(AttributeData attribute, INamedTypeSymbol type, Place place)
    {
        if (attribute.ConstructorArguments.IsEmpty && attribute.NamedArguments.IsEmpty)
            return new() { Kind = AttributeKind.OfClass(type.Name), Place = place };
        var arguments = Arguments(attribute);
        var provider = arguments.Find(a => a.Name == "Provider");
        if (provider is not null) arguments.Remove(provider);
        return new()
        {
            Kind = AttributeKind.OfClass(type.Name),
            Place = place,
            // In unfinished code the value may be no constant at all.
            Providers = int.TryParse(provider?.Value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var bits) ? bits : 0,
            Arguments = arguments.ToEquatableArray(),
        };
    }

    private static string Capitalized(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static ConstantValue Value(TypedConstant constant)
    {
        if (constant.Kind == TypedConstantKind.Array)
        {
            return constant.IsNull ? ConstantValue.Null : ConstantValue.Of(constant.Values.Select(Value));
        }

        return constant switch
        {
            { IsNull: true } => ConstantValue.Null,
            { Kind: TypedConstantKind.Type } =>
                new(ConstantKind.Type, ((ITypeSymbol)constant.Value!).MetadataName(), ((ITypeSymbol)constant.Value!).Name),
            { Kind: TypedConstantKind.Enum } => new(ConstantKind.Enumeration, Invariant(constant.Value!), EnumMember(constant)),
            { Kind: TypedConstantKind.Primitive } => Primitive(constant.Value!),
            _ => ConstantValue.Null,
        };
    }

    private static ConstantValue Primitive(object value) => value switch
    {
        string text => ConstantValue.Of(text),
        bool flag => ConstantValue.Of(flag),
        char c => new(ConstantKind.Character, c.ToString()),
        float f => new(ConstantKind.Real, f.ToString("R", CultureInfo.InvariantCulture)),
        double d => new(ConstantKind.Real, d.ToString("R", CultureInfo.InvariantCulture)),
        _ => new(ConstantKind.Integer, Invariant(value)),
    };

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string EnumMember(TypedConstant constant)
    {
        foreach (var field in constant.Type!.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Equals(field.ConstantValue, constant.Value)) return field.Name;
        }

        return "";
    }
}
