namespace SchemaSync.Generators.Building;

/// <summary>What one class declares for one provider.</summary>
internal sealed record BuiltType
{
    public required string Provider { get; init; }

    /// <summary>The class; empty for the assembly.</summary>
    public string TypeName { get; init; } = "";

    public EquatableArray<TopLevelObject> Objects { get; init; }

    public EquatableArray<Intent> Intents { get; init; }

    public EquatableArray<PlacedObject> Places { get; init; }

    public NamedTable? Names { get; init; }

    /// <summary>What other projects need to know of the class.</summary>
    public DeclaredClass? Class { get; init; }
}

/// <summary>Where an object is declared.</summary>
internal sealed record PlacedObject(ObjectId Id, Place Place);

/// <summary>
/// The name of a table as plain text. A class, unlike <see cref="QualifiedName"/>: collections of structs are compiled each anew in a
/// compiler that has just started.
/// </summary>
/// <param name="Schema">The schema; empty for the tenant's own.</param>
/// <param name="Name">The name in it.</param>
internal sealed record TableName(string Schema, string Name)
{
    public static TableName Of(QualifiedName name) => new(name.Schema.ToString(), name.Name.ToString());
}

/// <summary>The names of a table for the <c>Schema</c> class.</summary>
internal sealed record NamedTable(TableName Name, EquatableArray<DeclaredMember> Columns, EquatableArray<string> Indexes);
