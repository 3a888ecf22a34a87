using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace SchemaSync.CodeFixes;

/// <summary>Adds the attribute that the diagnostic suggests: a primary key, an index, a type for one provider.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAttributeFix)), Shared]
public sealed class AddAttributeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(ModelDiagnostics.NoPrimaryKey.Code, ModelDiagnostics.ForeignKeyIndex.Code,
            AttributeDiagnostics.Unsupported.Code);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || Suggested(diagnostic) is not { } attribute || Target(root, diagnostic) is not { } target) continue;
            var title = $"Add [{attribute.Replace("SchemaSync.", "")}]";
            context.RegisterCodeFix(
                CodeAction.Create(title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(target, With(target, attribute)))),
                    diagnostic.Id + attribute),
                diagnostic);
        }
    }

    private static string? Suggested(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SuggestionProperties.Text, out var text) ? text : null;

    // A positional parameter of a record is a property without a declaration of its own: left to people.
    private static MemberDeclarationSyntax? Target(SyntaxNode root, Diagnostic diagnostic)
    {
        var type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var name = diagnostic.Properties[SuggestionProperties.Target];
        if (string.IsNullOrEmpty(name)) return type;
        return type?.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(p => p.Identifier.ValueText == name);
    }

    private static MemberDeclarationSyntax With(MemberDeclarationSyntax target, string attribute)
    {
        var parsed = (TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] class C {{ }}")!;
        var added = parsed.AttributeLists[0].Attributes[0];
        added = added.ReplaceNodes(
            added.DescendantNodes().Where(n => n is QualifiedNameSyntax or MemberAccessExpressionSyntax),
            (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation));

        // Beside the attributes that are there, as people write them; on a line of its own where there are none.
        if (target.AttributeLists.Count > 0 && target is PropertyDeclarationSyntax)
        {
            var first = target.AttributeLists[0];
            return target.ReplaceNode(first, first.AddAttributes(added).WithAdditionalAnnotations(Formatter.Annotation));
        }

        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(added));
        if (target is TypeDeclarationSyntax)
            return ((MemberDeclarationSyntax)target.WithAttributeLists(target.AttributeLists.Add(list))).WithAdditionalAnnotations(
                Formatter.Annotation);
        var bare = target.WithoutLeadingTrivia();
        return bare.WithAttributeLists(SyntaxFactory.SingletonList(list)).WithLeadingTrivia(target.GetLeadingTrivia());
    }
}
