namespace SchemaSync.Generators.Declarations;

/// <summary>A class that Entity Framework may store, with nothing of Roslyn in it.</summary>
internal sealed record EntityClass
{
    /// <summary>The metadata name, with what a generic one is made of.</summary>
    public required string FullName { get; init; }

    /// <summary>What Entity Framework calls it: no namespace, no outer class.</summary>
    public required string Name { get; init; }

    /// <summary>The metadata name of its base class; null where that is no class of people's.</summary>
    public string? Base { get; init; }

    public required Place Place { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Its own attributes.</summary>
    public EquatableArray<AttributeUse> Attributes { get; init; }

    /// <summary>Its own public properties.</summary>
    public EquatableArray<EntityMember> Members { get; init; }

    public bool Has(AttributeKind kind) => Attributes.Has(kind);
}

/// <summary>A public property of such a class.</summary>
/// <param name="CanWrite">Whether it has a setter, of any accessibility: without one Entity Framework passes it over.</param>
/// <param name="Class">The metadata name of the class that it, or each of its elements, refers to.</param>
/// <param name="IsMany">Whether it refers to several.</param>
internal sealed record EntityMember(MemberDeclaration Declaration, bool CanWrite, string? Class, bool IsMany)
{
    /// <summary>Whether it stands in place of one of a base, whose attributes it has as well.</summary>
    public bool IsOverride { get; init; }

    /// <summary>Whether its type is what a generic class is made of.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it may have a setter that no other project sees.</summary>
    public bool MayWrite { get; init; }

    public string Name => Declaration.Name;

    public bool Has(AttributeKind kind) => Declaration.Has(kind);
}

/// <summary>A <c>DbSet</c> of a context.</summary>
/// <param name="Class">The metadata name of the class it holds.</param>
internal sealed record EntitySet(string Name, string Class, Place Place);

/// <summary>What code configures, which nobody runs here.</summary>
/// <param name="Name">The method and its class.</param>
/// <param name="Calls">What it says, with the attributes for it.</param>
/// <param name="Place">The method.</param>
internal sealed record ConfiguredContext(string Name, string Calls, Place Place);

/// <summary>What a configuration names, and nothing has.</summary>
internal sealed record UnknownConfiguration(AttributeUse Use, string Name);

/// <summary>Everything that the contexts of a project reach.</summary>
internal sealed record EntityDeclarations(
    EquatableArray<EntityClass> Classes, EquatableArray<EntitySet> Sets, EquatableArray<ConfiguredContext> Configured)
{
    /// <summary>Configurations of what is no entity, or no property of one, with its name.</summary>
    public EquatableArray<UnknownConfiguration> Unknown { get; init; }

    public static EntityDeclarations None { get; } = new([], [], []);
}
