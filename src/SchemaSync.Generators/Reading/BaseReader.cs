using System.Runtime.CompilerServices;
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
    // Asked after each edit: only trees that are new are looked through, and of those only what stands outside of members.
    private static readonly ConditionalWeakTable<SyntaxTree, List<TypeDeclarationSyntax>> Known = new();

    /// <summary>All of a project. A syntax provider would be asked of every node of every method.</summary>
    public static EquatableArray<BaseDeclaration> All(Compilation compilation, CancellationToken stop)
    {
        var found = new List<BaseDeclaration>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            stop.ThrowIfCancellationRequested();
            var types = Known.GetValue(tree,
                static t => t.GetRoot() is CompilationUnitSyntax unit ? Candidates(unit.Members).ToList() : []);
            if (types.Count == 0) continue;
            var model = compilation.GetSemanticModel(tree);
            foreach (var type in types)
                if (model.GetDeclaredSymbol(type, stop) is INamedTypeSymbol symbol && Read(symbol) is { } declared) found.Add(declared);
        }

        // A class in several parts is found by each of them.
        return found.Count == 0 ? default : found.Distinct().OrderBy(b => b.FullName, StringComparer.Ordinal).ToEquatableArray();
    }

    private static IEnumerable<TypeDeclarationSyntax> Candidates(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is TypeDeclarationSyntax type && MayBe(type)) yield return type;
            var inner = member switch { BaseNamespaceDeclarationSyntax space => space.Members,
                TypeDeclarationSyntax outer => outer.Members, _ => default };
            foreach (var found in inner.Count == 0 ? [] : Candidates(inner)) yield return found;
        }
    }

    private static bool MayBe(TypeDeclarationSyntax type)
    {
        if (type is not (ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration })) return false;
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

    // Null where it is no base of that kind.
    private static BaseDeclaration? Read(INamedTypeSymbol type)
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
