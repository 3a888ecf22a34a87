namespace SchemaSync.Generators.Declarations;

/// <summary>A class that declares a table or a view, with nothing of Roslyn in it.</summary>
internal sealed record TypeDeclaration
{
    /// <summary>The metadata name, such as <c>Shop.Order+Line</c>.</summary>
    public required string FullName { get; init; }

    public required string Name { get; init; }

    public bool IsGeneric { get; init; }

    /// <summary>Base classes of other assemblies, the outermost first: attributes of ours are not in their metadata.</summary>
    public EquatableArray<ForeignBase> ForeignBases { get; init; }

    /// <summary>The type's own attributes and those of its bases that are no tables themselves.</summary>
    public EquatableArray<AttributeUse> Attributes { get; init; }

    public EquatableArray<MemberDeclaration> Members { get; init; }

    /// <summary>What the class or enum is as a type of the database, when it is one.</summary>
    public CustomType? Custom { get; init; }

    public bool Has(AttributeKind kind) => Attributes.Has(kind);
}

/// <summary>A public property of such a class.</summary>
internal sealed record MemberDeclaration
{
    public required string Name { get; init; }

    public required Place Place { get; init; }

    public required ClrType Type { get; init; }

    /// <summary>Whether it can hold a value: has a setter, or is an auto-property.</summary>
    public bool HoldsValue { get; init; }

    public EquatableArray<AttributeUse> Attributes { get; init; }

    public bool Has(AttributeKind kind) => Attributes.Has(kind);
}

/// <summary>What is declared on the assembly.</summary>
internal sealed record AssemblyDeclaration(EquatableArray<AttributeUse> Attributes)
{
    private const int EntityFramework = 1;

    /// <summary>Whether classes are read as Entity Framework reads them.</summary>
    public bool IsOfEntityFramework => Attributes
        .Any(a => a.Kind == AttributeKind.SchemaConventions && a.Number("Conventions") == EntityFramework);
}

/// <summary>The type of a property.</summary>
/// <param name="Logical">The mapping; null where there is none.</param>
/// <param name="Display">As written in C#.</param>
/// <param name="Target">The metadata name of the table's class, for a navigation property.</param>
internal sealed record ClrType(LogicalType? Logical, string Display, string? Target = null)
{
    public bool IsArray { get; init; }

    public bool IsEnum { get; init; }

    /// <summary>The type's own declaration as a type of the database; of an array, its elements'.</summary>
    public CustomType? Custom { get; init; }

    /// <summary>The metadata name of a type of another assembly that may be declared there; of a list, its elements'.</summary>
    public string? Foreign { get; init; }

    /// <summary>The metadata name of a type that no column holds by itself; of a list, its elements'.</summary>
    public string? Class { get; init; }

    /// <summary>Whether <see cref="Foreign"/> stands for the elements of an array or of a list that a driver fills from one.</summary>
    public bool IsForeignList { get; init; }

    /// <summary>Annotated with <c>?</c>, or a reference type where nullable is off.</summary>
    public bool Nullable { get; init; }

    /// <summary>A navigation to many.</summary>
    public bool IsCollection { get; init; }
}
