using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>What was read of one type, with nothing of Roslyn in it.</summary>
internal sealed record TypeReading
{
    /// <summary>The metadata name.</summary>
    public required string FullName { get; init; }

    public required string Name { get; init; }

    /// <summary>What it declares; null where that is nothing.</summary>
    public TypeDeclaration? Declaration { get; init; }

    /// <summary>Where that stands, with what comes from its bases.</summary>
    public EquatableArray<PlacedLocation> Places { get; init; }

    /// <summary>What it is to tables of other projects that derive from it.</summary>
    public BaseDeclaration? Base { get; init; }

    /// <summary>Our attributes on a class that declares nothing, where nobody would read them.</summary>
    public EquatableArray<AttributeUse> Stray { get; init; }

    /// <summary>Null where the type is nothing to us.</summary>
    public static TypeReading? Of(INamedTypeSymbol type)
    {
        var isDeclared = IsDeclared(type);
        var reading = new TypeReading
        {
            FullName = type.MetadataName(),
            Name = type.Name,
            Declaration = isDeclared ? TypeReader.Read(type) : null,
            Places = isDeclared ? LocationReader.Read(type) : default,
            Base = BaseReader.Read(type),
            Stray = isDeclared || type.IsAbstract ? default
                : AttributeReader.Read(type, type.MetadataName(), "").Where(a => !a.IsStandard).ToEquatableArray(),
        };
        return isDeclared || reading.Base is not null || !reading.Stray.IsEmpty ? reading : null;
    }

    // Several attributes on one type are one declaration; what they make of it together is decided where it is built.
    private static bool IsDeclared(INamedTypeSymbol type)
    {
        if (type.IsTable()) return true;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "ViewAttribute" or "MaterializedViewAttribute" or "EnumTypeAttribute"
                or "CompositeTypeAttribute" } found) continue;
            var name = found.MetadataName();
            if (name is MetadataNames.OurView or MetadataNames.OurMaterializedView or MetadataNames.OurCompositeType) return true;
            if (name == MetadataNames.OurEnumType && type.TypeKind == TypeKind.Enum) return true;
        }

        return false;
    }
}

/// <summary>What was read of a project, with nothing of Roslyn in it: generator and analyzer look at the same.</summary>
internal sealed record ProjectReading
{
    public required AssemblyDeclaration Assembly { get; init; }

    /// <summary>Where the attributes of the assembly stand.</summary>
    public EquatableArray<PlacedLocation> AssemblyPlaces { get; init; }

    /// <summary>The types, each in the place it had before an edit.</summary>
    public EquatableArray<TypeReading> Types { get; init; }

    /// <summary>Classes from which tables of other projects may take columns.</summary>
    public EquatableArray<BaseDeclaration> Bases { get; init; }

    /// <summary>What Entity Framework would find, where the assembly asks for its conventions.</summary>
    public EntityDeclarations Entities { get; init; } = EntityDeclarations.None;

    /// <summary>Where that stands.</summary>
    public EquatableArray<TypeLocations> EntityPlaces { get; init; }
}
