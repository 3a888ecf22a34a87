using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>The names that declarations give a meaning.</summary>
internal static class DeclaredWords
{
    /// <summary>Types. What they hold is found through them by whoever is no part of them.</summary>
    public static void AddTypes(SyntaxList<MemberDeclarationSyntax> members, HashSet<int> names)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space) AddTypes(space.Members, names);
            else if (member is BaseTypeDeclarationSyntax type) Add(names, type.Identifier);
            else if (member is DelegateDeclarationSyntax callable) Add(names, callable.Identifier);
            if (member is TypeDeclarationSyntax outer) AddTypes(outer.Members, names);
        }
    }

    /// <summary>Namespaces.</summary>
    public static void AddSpaces(SyntaxList<MemberDeclarationSyntax> members, HashSet<int> names)
    {
        foreach (var space in members.OfType<BaseNamespaceDeclarationSyntax>())
        {
            names.UnionWith(Words.Of(space.Name.ToString()));
            AddSpaces(space.Members, names);
        }
    }

    /// <summary>Members of types, and words of enums.</summary>
    public static void AddMembers(SyntaxList<MemberDeclarationSyntax> members, HashSet<int> names)
    {
        foreach (var member in members)
        {
            Add(names, Name(member));
            if (member is BaseNamespaceDeclarationSyntax space) AddMembers(space.Members, names);
            else if (member is TypeDeclarationSyntax type) AddMembers(type.Members, names);
            else if (member is EnumDeclarationSyntax words) foreach (var word in words.Members) Add(names, word.Identifier);
            else if (member is BaseFieldDeclarationSyntax fields)
                foreach (var field in fields.Declaration.Variables) Add(names, field.Identifier);
        }
    }

    private static SyntaxToken Name(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        EventDeclarationSyntax change => change.Identifier,
        _ => default,
    };

    private static void Add(HashSet<int> names, SyntaxToken name)
    {
        if (name.ValueText is { Length: > 0 } text) names.Add(Words.Hash(text));
    }
}
