using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.CodeFixes;

/// <summary>Removes an attribute that says nothing any more: a rename that is done, a default of a computed column.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix)), Shared]
public sealed class RemoveAttributeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        ModelDiagnostics.RenameSourceExists.Code, ModelDiagnostics.RenamedTwice.Code, ModelDiagnostics.DroppedStillDeclared.Code,
        AttributeDiagnostics.DefaultOnComputed.Code, AttributeDiagnostics.NotAColumn.Code, AttributeDiagnostics.EmptySql.Code,
        AttributeDiagnostics.Misplaced.Code, AttributeDiagnostics.Conflict.Code);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(
                diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
                    is not { Parent: AttributeListSyntax list } attribute) continue;
            context.RegisterCodeFix(
                CodeAction.Create($"Remove [{attribute.Name}]",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(Without(root, list, attribute))), diagnostic.Id),
                diagnostic);
        }
    }

    private static SyntaxNode Without(SyntaxNode root, AttributeListSyntax list, AttributeSyntax attribute) => list.Attributes.Count > 1
        ? root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)))
        : root.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia) ?? root;
}
