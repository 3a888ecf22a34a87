namespace SchemaSync.Engine.Proof;

/// <summary>The statements with which another tool makes its schema, in the words of one database.</summary>
public sealed record ImportedSchema
{
    /// <summary>What the statements are made of, as messages call it.</summary>
    public required string Origin { get; init; }

    /// <summary>The shared schemas that the statements expect to be there.</summary>
    public EquatableArray<Identifier> Schemas { get; init; }

    /// <summary>The tables that the statements make; those without a schema are the tenant's own.</summary>
    public EquatableArray<QualifiedName> Tables { get; init; }

    /// <summary>The statements, in the order in which they run.</summary>
    public EquatableArray<string> Statements { get; init; }
}
