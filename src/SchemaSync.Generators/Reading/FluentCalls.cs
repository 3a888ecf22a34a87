using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>A call that configures, and the classes that it is about.</summary>
internal sealed record FluentCall(string Name, EquatableArray<string> Subjects)
{
    private const int MostSubjects = 5;

    /// <summary>Without classes that are entities anyhow; null where nothing is left of it.</summary>
    public FluentCall? Beside(HashSet<string> known)
    {
        if (Name != "Entity<>") return this;
        var others = Subjects.Where(s => !known.Contains(s)).ToEquatableArray();
        return others.IsEmpty ? null : this with { Subjects = others };
    }

    /// <summary>As a message names it, with what says the same.</summary>
    public string Display
    {
        get
        {
            var shown = Subjects.Take(MostSubjects).ToList();
            var more = Subjects.Count > shown.Count ? $" and {Subjects.Count - shown.Count} more" : "";
            var of = shown.Count == 0 ? "" : $" of {string.Join(", ", shown)}{more}";
            return $"{Name.TrimEnd('<', '>')}{of} ({FluentWords.Attribute(Name)})";
        }
    }
}

/// <summary>Which calls of a method configure the model: by their names, since nothing is run.</summary>
internal sealed class FluentCalls(BaseMethodDeclarationSyntax method)
{
    private readonly HashSet<string> _builders = new(method.ParameterList.Parameters.Select(p => p.Identifier.ValueText));

    public IEnumerable<FluentCall> All() => method.DescendantNodes(IsEntered).OfType<InvocationExpressionSyntax>()
        .OrderBy(i => Called(i)?.SpanStart).Select(i => (Name: NameOf(i), Subject: SubjectOf(i))).Where(c => c.Name.Length > 0)
        .GroupBy(c => c.Name)
        .Select(g => new FluentCall(g.Key, g.Select(c => c.Subject).Where(s => s.Length > 0).Distinct().ToEquatableArray()));

    // A builder in a lambda goes on configuring; other lambdas name properties or convert values.
    private bool IsEntered(SyntaxNode node)
    {
        if (node is not LambdaExpressionSyntax lambda) return true;
        if (lambda.Parent?.Parent?.Parent is not InvocationExpressionSyntax call) return true;
        if (!FluentWords.IsOuter(Called(call)?.Identifier.ValueText ?? "") || !IsBuilder(lambda, call)) return false;
        _builders.UnionWith(lambda switch
        {
            SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
            ParenthesizedLambdaExpressionSyntax many => many.ParameterList.Parameters.Select(p => p.Identifier.ValueText),
            _ => [],
        });
        return true;
    }

    // Of OwnsOne(o => o.Address, a => …) the first names a property.
    private static bool IsBuilder(LambdaExpressionSyntax lambda, InvocationExpressionSyntax call) =>
        lambda.Body is BlockSyntax or InvocationExpressionSyntax || call.ArgumentList.Arguments.Last().Expression != lambda;

    private string NameOf(InvocationExpressionSyntax call)
    {
        if (Called(call) is not { } called || IsOfBase(call)) return "";
        var name = called.Identifier.ValueText;
        if (called is GenericNameSyntax && name is "Entity" or "Property")
        {
            if (name == "Entity") return "Entity<>";
            return IsShadow(call) ? "Property<>" : "";
        }

        if (FluentWords.IsSilent(name)) return "";
        return FluentWords.IsKnown(name) || IsOfBuilder(call) ? name : "";
    }

    // Property<int>("Rank") may be in no class.
    private static bool IsShadow(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax;

    private static bool IsOfBase(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    // What is called on a builder, or with one, may be a method of anybody that configures.
    private bool IsOfBuilder(InvocationExpressionSyntax call) =>
        _builders.Contains(Root(call.Expression)) || call.ArgumentList.Arguments.Any(a =>
            a.Expression is IdentifierNameSyntax name && _builders.Contains(name.Identifier.ValueText));

    private static string Root(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => Root(access.Expression),
        InvocationExpressionSyntax call => Root(call.Expression),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static string SubjectOf(InvocationExpressionSyntax call)
    {
        for (SyntaxNode? node = call; node is not null; node = node.Parent)
        {
            var chain = node as InvocationExpressionSyntax;
            for (; chain is not null; chain = (chain.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
                if (Called(chain) is GenericNameSyntax { Identifier.ValueText: "Entity" } entity) return Written(entity);
        }

        return "";
    }

    private static string Written(GenericNameSyntax generic) => generic.TypeArgumentList.Arguments[0] is { } type
        ? type.ToString().Split('.').Last() : "";

    private static SimpleNameSyntax? Called(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name when !name.Identifier.IsKind(SyntaxKind.None) && name.Identifier.ValueText != "nameof" => name,
        _ => null,
    };
}
