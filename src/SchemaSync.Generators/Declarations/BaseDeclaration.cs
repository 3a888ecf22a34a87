namespace SchemaSync.Generators.Declarations;

/// <summary>A class from which tables may take columns, as classes of another project need to know it: what its attributes say.</summary>
/// <param name="FullName">The metadata name.</param>
/// <param name="Attributes">Those of the class that a table made from it has as well.</param>
/// <param name="Members">Its own properties, without those of its bases.</param>
internal sealed record BaseDeclaration(string FullName, EquatableArray<AttributeUse> Attributes, EquatableArray<BaseMember> Members);

/// <summary>A property of such a class; its type stands in metadata.</summary>
internal sealed record BaseMember(string Name, bool HoldsValue, EquatableArray<AttributeUse> Attributes);

/// <summary>A base class of another assembly.</summary>
/// <param name="Assembly">Its assembly's simple name.</param>
/// <param name="FullName">The metadata name.</param>
/// <param name="Name">As people write it.</param>
/// <param name="HasProperties">Whether columns may come from it.</param>
internal sealed record ForeignBase(string Assembly, string FullName, string Name, bool HasProperties)
{
    /// <summary>Why nobody knows what its attributes say; null where that is known.</summary>
    public string? Problem { get; init; }
}
