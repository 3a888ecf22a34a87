using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// Finds classes from which tables of other projects may take columns. Attributes leave no trace in an assembly, so what they say has to
/// travel beside it.
/// </summary>
internal static class BaseReader
{
    /// <summary>Whether a type may be one, by what is written.</summary>
    public static bool MayBe(BaseTypeDeclarationSyntax node)
    {
        if (node is not TypeDeclarationSyntax type
            || type is not (ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration })) return false;
        var isAbstract = false;
        foreach (var modifier in type.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.SealedKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword)) return false;
            isAbstract |= modifier.IsKind(SyntaxKind.AbstractKeyword);
        }

        if (type.AttributeLists.Any(list => list.Attributes.Any(a => WrittenNames.Of(a) == "Table"))) return false;
        return isAbstract || type.Members.Any(m => m is PropertyDeclarationSyntax { AttributeLists.Count: > 0 });
    }

    /// <summary>Null where it is no base of that kind.</summary>
    public static BaseDeclaration? Read(INamedTypeSymbol type)
    {
        if (type.IsTable() || type.IsSealed || type.IsStatic) return null;
        var name = type.MetadataName();
        var uses = AttributeReader.Read(type, name, "").Where(a => a.Kind.IsInherited).ToEquatableArray();
        var members = TypeReader.Properties(type)
            .Select(p => new BaseMember(p.Name, TypeReader.HoldsValue(p), AttributeReader.Read(p, name, p.Name))).ToEquatableArray();
        var isSaid = !uses.IsEmpty || members.Any(m => !m.Attributes.IsEmpty);
        return isSaid || (type.IsAbstract && !members.IsEmpty) ? new(name, uses, members) : null;
    }
}
