using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>Names of attributes as they are written, without a namespace and without the suffix.</summary>
internal static class WrittenNames
{
    private const string Suffix = "Attribute";

    public static string Of(AttributeSyntax attribute) => Of(attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    });

    public static string Of(string name) => name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - Suffix.Length)
        : name;
}
