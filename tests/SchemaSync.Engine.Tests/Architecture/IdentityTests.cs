using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Engine.Tests;

/// <summary>Which object something is, is said by an <see cref="ObjectId"/>: never by a bare name, and its kind never by a text.</summary>
public sealed class IdentityTests
{
    /// <summary>Where a text or a bare name stands for one, each with the reason.</summary>
    private static readonly Dictionary<string, string> Justified = new(StringComparer.Ordinal)
    {
        ["SchemaSync.Model/Composition/SchemaComposition.cs"] = "NameSpaces makes the text of a name space, a schema and a name",
        ["SchemaSync.MySql/Planning/BodyWork.cs"] = "FOLLOWS names a trigger of the same table, which is compared beside it",
        ["SchemaSync.PostgreSql/Outside/FiredTriggers.cs"] = "the text of a function holds its schema, as the catalogue's answer does",
        ["SchemaSync.PostgreSql/Planning/GrantWork.cs"] = "the name is that of a role, and roles belong to no schema",
        ["SchemaSync.Sqlite/Kinds/TableForm.cs"] = "in a check of t, t before a point is the table itself",
    };

    private static readonly string[] Groups = ["ToDictionary", "ToLookup", "GroupBy",
        "ToFrozenDictionary", "ToImmutableDictionary", "DistinctBy"];
    private static readonly ProjectSources[] Projects = [ProjectSources.Model, ProjectSources.Engine,
        ProjectSources.Generators, .. ProjectSources.Databases];

    private static readonly Lazy<List<string>> Bare = new(() => [.. Projects.SelectMany(BareLookups)]);

    [Fact]
    public void No_kind_is_a_text() => Assert.Equal("", Lines(Projects.SelectMany(TextKinds)));

    [Fact]
    public void No_object_is_kept_under_a_bare_name() => Assert.Equal("", Lines(Bare.Value.Where(l => !Justified.Keys.Any(l.StartsWith))));

    [Fact]
    public void Each_exception_is_needed() =>
        Assert.All(Justified.Keys, file => Assert.Contains(Bare.Value, l => l.StartsWith(file, StringComparison.Ordinal)));

    [Fact]
    public void The_test_sees_texts_in_place_of_kinds_and_identities()
    {
        var sample = ProjectSources.Of("""
            using SchemaSync.Model.Identity;
            using SchemaSync.Model.Objects;
            sealed class Wrong(string kind)
            {
                public (string Kind, int Count) Pair;
                public string[] Kinds = [kind];
                public Dictionary<Identifier, Table> Tables = [];
                public object Lookup(IEnumerable<View> views) => views.ToLookup(v => v.Name.Name.Value);
                public bool Same(Table one, Table other) => one.Name.Name == other.Name.Name;
            }
            """);
        Assert.Equal(3, TextKinds(sample).Count());
        Assert.Equal(5, BareLookups(sample).Count());
    }

    private static string Lines(IEnumerable<string> found) => string.Join('\n', found.Order(StringComparer.Ordinal));

    // The names are asked first, and the compiler about what is left: it takes a minute for everything.
    private static IEnumerable<string> TextKinds(ProjectSources project) =>
        from tree in project.Compilation.SyntaxTrees
        from node in tree.GetRoot().DescendantNodes()
        where NameOf(node).ToUpperInvariant() is "KIND" or "KINDS" or "OBJECTKIND" or "OBJECTKINDS"
        let symbol = project.Compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)
        where symbol is not null && TypeOf(symbol) is { } type && HoldsText(type)
        select $"{project.Short(tree)}: {symbol.ContainingType?.Name}.{symbol.Name}";

    private static string NameOf(SyntaxNode node) => node switch
    {
        ParameterSyntax parameter => parameter.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax variable => variable.Identifier.Text,
        TupleElementSyntax element => element.Identifier.Text,
        _ => "",
    };

    private static IEnumerable<string> BareLookups(ProjectSources project) =>
        from tree in project.Compilation.SyntaxTrees
        from node in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
        where node switch
        {
            GenericNameSyntax { Identifier.Text: var name } =>
                IsLookup(name) && IsBareLookup(project.Compilation.GetSemanticModel(tree).GetSymbolInfo(node).Symbol as ITypeSymbol),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } =>
                Groups.Contains(call.Name.Identifier.Text)
                    && IsBareLookup(project.Compilation.GetSemanticModel(tree).GetTypeInfo(node).Type),
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Name",
                Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Name" } } access =>
                IsCompared(access) && IsBareName(access, project.Compilation.GetSemanticModel(tree)),
            _ => false,
        }
        select $"{project.Short(tree)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {node}";

    private static bool IsLookup(string name) =>
        name.Contains("Dictionary", StringComparison.Ordinal) || name is "ILookup" or "IGrouping" or "Lookup";

    private static bool IsBareName(MemberAccessExpressionSyntax access, SemanticModel model) =>
        model.GetSymbolInfo(access).Symbol is IPropertySymbol { Name: "Name", ContainingType.Name: "QualifiedName" }
        && model.GetSymbolInfo(access.Expression).Symbol is IPropertySymbol { Name: "Name", ContainingType.Name: "TopLevelObject" };

    private static bool IsCompared(ExpressionSyntax name) => name.Parent switch
    {
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression),
        LambdaExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } } =>
            call.Name.Identifier.Text is not ("Select" or "OrderBy" or "ThenBy"),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } } =>
            call.Name.Identifier.Text is "Equals" or "Same" or "Contains" or "TryGetValue",
        MemberAccessExpressionSyntax parent => IsCompared(parent),
        _ => false,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static bool HoldsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || (type is IArrayTypeSymbol array && HoldsText(array.ElementType))
        || (type is INamedTypeSymbol { IsGenericType: true } generic && generic.TypeArguments.All(HoldsText));

    private static bool IsBareLookup(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeArguments: [var key, var value] } lookup when IsLookup(lookup.Name) =>
            (key.SpecialType == SpecialType.System_String || key.Name == nameof(Identifier)) && HoldsObject(value),
        INamedTypeSymbol { TypeArguments: [var element] } => IsBareLookup(element),
        _ => false,
    };

    private static bool HoldsObject(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType) if (at.Name is nameof(TopLevelObject) or nameof(ObjectId)) return true;
        return type is IArrayTypeSymbol array
            ? HoldsObject(array.ElementType)
            : type is INamedTypeSymbol named && named.TypeArguments.Any(HoldsObject);
    }
}
