using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>A class whose attributes are for another one.</summary>
/// <param name="Use">What says so.</param>
/// <param name="Target">The key of that class, or what those of a generic one begin with.</param>
/// <param name="Members">Its properties with what stands on them.</param>
internal sealed record EntityConfiguration(AttributeUse Use, string Target, EquatableArray<AttributeUse> Attributes,
    EquatableArray<ConfiguredMember> Members, TypeLocations Places)
{
    /// <summary>Null where a class is none.</summary>
    public static EntityConfiguration? Of(INamedTypeSymbol type)
    {
        if (!CustomTypes.Has(type, MetadataNames.OurSchemaConfiguration)) return null;
        var name = type.MetadataName();
        var attributes = AttributeReader.Read(type, name, "");
        var use = attributes.First(a => a.Kind == AttributeKind.SchemaConfiguration);
        return new(use, TargetOf(type), attributes.Where(a => a.Kind != AttributeKind.SchemaConfiguration).ToEquatableArray(),
            TypeReader.Properties(type).Select(p => new ConfiguredMember(p.Name, AttributeReader.Read(p, name, p.Name))).ToEquatableArray(),
            new(name, LocationReader.ReadOwn(type)));
    }

    /// <summary>Puts the attributes where they belong; returns what there is no place for.</summary>
    public static EquatableArray<UnknownConfiguration> Apply(IEnumerable<EntityConfiguration> all, Dictionary<string, EntityClass> classes)
    {
        var unknown = new List<UnknownConfiguration>();
        foreach (var configuration in all)
        {
            var targets = classes.Keys.Where(configuration.IsFor).ToList();
            if (targets.Count == 0) unknown.Add(new(configuration.Use, configuration.Use["Type"]?.Member ?? ""));
            foreach (var target in targets) classes[target] = configuration.Apply(classes[target], unknown);
        }

        return unknown.ToEquatableArray();
    }

    // Box<> speaks for each class that is made of it.
    private static string TargetOf(INamedTypeSymbol type)
    {
        var argument = type.GetAttributes().First(a => a.AttributeClass?.Name == "SchemaConfigurationAttribute").ConstructorArguments;
        return argument.FirstOrDefault().Value is not INamedTypeSymbol named ? ""
            : named.IsUnboundGenericType ? named.MetadataName() + "[" : EntityReader.Key(named);
    }

    private bool IsFor(string key) => Target.EndsWith("[", StringComparison.Ordinal) ? key.StartsWith(Target, StringComparison.Ordinal)
        : key == Target;

    private EntityClass Apply(EntityClass type, List<UnknownConfiguration> unknown)
    {
        var members = type.Members.ToList();
        foreach (var property in Members)
        {
            var index = members.FindIndex(m => m.Name == property.Name);
            if (index < 0) unknown.Add(new(Use, $"{type.Name}.{property.Name}"));
            else members[index] = With(members[index], property.Attributes);
        }

        return type with { Attributes = [.. Attributes, .. type.Attributes], Members = [.. members] };
    }

    // What stands here takes the place of what the property says itself.
    private static EntityMember With(EntityMember member, EquatableArray<AttributeUse> uses)
    {
        var own = member.Declaration.Attributes.Where(a => !uses.Has(a.Kind) || !a.IsStandard);
        return member with { Declaration = member.Declaration with { Attributes = [.. uses, .. own] } };
    }
}

/// <summary>A property of such a class.</summary>
internal sealed record ConfiguredMember(string Name, EquatableArray<AttributeUse> Attributes);
