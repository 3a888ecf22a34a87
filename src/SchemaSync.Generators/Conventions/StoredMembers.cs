namespace SchemaSync.Generators.Conventions;

/// <summary>Properties whose type the assembly says how to store lead to no entity.</summary>
internal static class StoredMembers
{
    public static EntityDeclarations Resolve(EntityDeclarations declared, AssemblyDeclaration assembly) =>
        !assembly.Attributes.Has(AttributeKind.ColumnType) ? declared
            : declared with { Classes = declared.Classes.Map(c => c with { Members = c.Members.Map(m => Resolve(m, assembly)) }) };

    private static EntityMember Resolve(EntityMember member, AssemblyDeclaration assembly) =>
        !StoredTypes.Says(member.Declaration.Type, assembly) ? member
            : member with { Declaration = Stored(member, assembly), Class = null };

    // What nobody sets is no column because of its type.
    private static MemberDeclaration Stored(EntityMember member, AssemblyDeclaration assembly) =>
        member.CanWrite || member.MayWrite ? StoredTypes.Resolve(member.Declaration, assembly) : member.Declaration;
}
