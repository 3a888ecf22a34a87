using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Engine.Tests;

/// <summary>
/// The codes that tests expect to be raised: in an assertion, in a pattern or comparison, as a row of a theory, as marked source of
/// an analyzer's test, or in a table of cases. A code that a test only allows, passes on or mentions is none.
/// </summary>
internal static partial class ExpectedCodes
{
    private static readonly string[] Verbs = ["Fails", "Failed", "Says", "Refused", "Refuses"];

    /// <summary>What all tests below a folder expect.</summary>
    public static HashSet<string> Find(string folder)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("CatalogueTests.cs", StringComparison.Ordinal)))
        {
            if (file.EndsWith(".yaml", StringComparison.Ordinal))
                codes.UnionWith(File.ReadLines(file).Where(l => !l.TrimStart().StartsWith('#')).SelectMany(Codes));
            if (file.EndsWith(".cs", StringComparison.Ordinal)) codes.UnionWith(Of(File.ReadAllText(file)));
        }

        return codes;
    }

    /// <summary>What one source expects.</summary>
    public static IEnumerable<string> Of(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        foreach (var token in root.DescendantTokens()
            .Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken)
                || t.Text.Contains("{|SSY", StringComparison.Ordinal)))
        {
            foreach (Match marked in Marked().Matches(token.Text)) yield return marked.Groups[1].Value;
            if (!IsExpected(token.Parent!)) continue;
            foreach (var code in Codes(token.ValueText)) yield return code;
        }

        foreach (var access in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (ByName.Value.TryGetValue(access.ToString(), out var code) && IsExpected(access)) yield return code;
        }
    }

    private static bool IsExpected(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case AttributeSyntax attribute: return attribute.Name.ToString() == "InlineData";
                case ConstantPatternSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression }: return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } }
                    when name.Identifier.Text == "Assert": return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var verb } }
                    when Verbs.Contains(verb): return true;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var verb } }
                    when Verbs.Contains(verb): return true;
                // What a run is told, rather than what is expected of it.
                case AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax
                    or StatementSyntax or MemberDeclarationSyntax: return false;
            }
        }

        return false;
    }

    private static readonly Lazy<Dictionary<string, string>> ByName = new(() => typeof(DiagnosticEntry).Assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.FieldType == typeof(DiagnosticEntry))
        .ToDictionary(f => $"{f.DeclaringType!.Name}.{f.Name}", f => ((DiagnosticEntry)f.GetValue(null)!).Code));

    private static IEnumerable<string> Codes(string text) => Code().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"SSY\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\|(SSY\d{4})")]
    private static partial Regex Marked();
}
