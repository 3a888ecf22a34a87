using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>
/// Finds classes from which tables of other projects may take columns. Attributes leave no trace in an assembly, so what they say has to
/// travel beside it.
/// </summary>
internal static class BaseReader
{
    /// <summary>Whether a node may be such a class; asked of every node, so nothing is bound.</summary>
    public static bool MayBe(SyntaxNode node)
    {
        if (node is not (ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration })) return false;
        var type = (TypeDeclarationSyntax)node;
        var isAbstract = false;
        foreach (var modifier in type.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.SealedKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword)) return false;
            isAbstract |= modifier.IsKind(SyntaxKind.AbstractKeyword);
        }

        // Nearly every class with attributes is a table, and none of those needs to be bound to be passed over.
        if (type.AttributeLists.Any(list => list.Attributes.Any(IsTable))) return false;
        return isAbstract || type.Members.Any(m => m is PropertyDeclarationSyntax { AttributeLists.Count: > 0 });
    }

    /// <summary>What the class says; null where it is no base of that kind.</summary>
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

    private static bool IsTable(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is "Table" or "TableAttribute";
    }
}
