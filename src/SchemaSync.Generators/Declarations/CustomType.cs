namespace SchemaSync.Generators.Declarations;

/// <summary>An enum with [EnumType], or a class with [CompositeType].</summary>
/// <param name="Members">The members of the enum in their order.</param>
internal sealed record CustomType(string FullName, string Name, EquatableArray<AttributeUse> Attributes,
    EquatableArray<EnumMember> Members = default, bool IsFlags = false);

/// <summary>A member of such an enum.</summary>
/// <param name="Number">Its value in digits.</param>
internal sealed record EnumMember(string Name, string Number, EquatableArray<AttributeUse> Attributes);
