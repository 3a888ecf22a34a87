using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>The names that members declare.</summary>
internal static class DeclaredWords
{
    /// <param name="all">Every name; else only types, constants and words of enums: no other member that stays as it is can give
    /// something else another meaning.</param>
    public static void Add(SyntaxList<MemberDeclarationSyntax> members, HashSet<int> names, bool all)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    if (all) names.UnionWith(Words.Of(space.Name.ToString()));
                    Add(space.Members, names, all);
                    break;
                case BaseTypeDeclarationSyntax type:
                    Add(names, type.Identifier);
                    Add(type, names, all);
                    break;
                case DelegateDeclarationSyntax type:
                    Add(names, type.Identifier);
                    break;
                case BaseFieldDeclarationSyntax fields when all || fields.Modifiers.Any(SyntaxKind.ConstKeyword):
                    foreach (var field in fields.Declaration.Variables) Add(names, field.Identifier);
                    break;
                default:
                    if (all) Add(names, Name(member));
                    break;
            }
        }
    }

    private static void Add(BaseTypeDeclarationSyntax type, HashSet<int> names, bool all)
    {
        if (type is EnumDeclarationSyntax words) foreach (var word in words.Members) Add(names, word.Identifier);
        if (type is not TypeDeclarationSyntax outer) return;
        Add(outer.Members, names, all);
        // The parameters of a record are properties.
        if (all && outer.ParameterList is { } list) foreach (var parameter in list.Parameters) Add(names, parameter.Identifier);
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
