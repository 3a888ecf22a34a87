namespace SchemaSync.Model.Composition;

/// <summary>A property and its column, or a member of an enum and its word.</summary>
/// <param name="Name">In C#.</param>
/// <param name="Value">In the database.</param>
public sealed record DeclaredMember(string Name, string Value);

/// <summary>A class or enum that is an object of the database: what attributes of another project need to know of it.</summary>
public sealed record DeclaredClass
{
    /// <summary>The metadata name in C#.</summary>
    public required string Type { get; init; }

    /// <summary>What it is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>The object's name, with its schema where that is not the tenant's own.</summary>
    public required QualifiedName Name { get; init; }

    /// <summary>Properties with their columns in column order, or members with their words.</summary>
    public EquatableArray<DeclaredMember> Members { get; init; }

    /// <summary>The columns of a table's primary key.</summary>
    public EquatableArray<string> Key { get; init; }

    /// <summary>The numbers of an enum's members, in their order.</summary>
    public EquatableArray<string> Numbers { get; init; }

    /// <summary>Whether several members of the enum may hold at once.</summary>
    public bool IsFlags { get; init; }
}

/// <summary>
/// The names that one project declares, for the compiler of another: attributes leave no trace in an assembly, so that nothing else
/// there tells which class is which table. Beside the manifest, because an editor needs these without the model.
/// </summary>
public sealed record DeclaredNames
{
    /// <summary>Names of the providers it is for.</summary>
    public EquatableArray<string> Providers { get; init; }

    /// <summary>The classes and enums.</summary>
    public EquatableArray<DeclaredClass> Classes { get; init; }

    /// <summary>What takes a name of the schema and is no class's table: views, routines, types, indexes.</summary>
    public EquatableArray<ObjectId> Others { get; init; }
}
