using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

/// <summary>What runs again after an edit, by the run reasons of the steps.</summary>
public sealed class CachingTests
{
    private const string A =
        "namespace Shop;\n[Table] public class A\n{\n    [PrimaryKey] public long Id { get; set; }\n    public int X { get; set; }\n}\n";
    private const string B =
        "namespace Shop;\n[Table] public class B\n{\n    [PrimaryKey] public long Id { get; set; }\n    [ForeignKey(typeof(A)), Index] "
            + "public long AId { get; set; }\n}\n";
    private const string Other = "namespace Shop;\npublic class Other { public int M() => 1; }\n";

    private static readonly Project Referenced =
        Project.Of("namespace Others; [Table] public class Z { [PrimaryKey] public long Id { get; set; } }") with
        {
            AssemblyName = "Others",
        };
    private static readonly Project Project = Project.Of(A).With("B.cs", B).With("Other.cs", Other).Refer(Referenced);

    [Fact]
    public void An_edit_in_another_file_leaves_every_later_step_cached()
    {
        var result = Edit("Other.cs", Other.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(result, Steps.Reading).Distinct());
        Assert.All([Steps.Found, Steps.Types, Steps.Heads, Steps.Inputs, Steps.Tables,
            Steps.Schema, Steps.Manifest, Steps.Locations, Steps.Names], step =>
            Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, step).Distinct()));
        AssertOutputs(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_comment_changes_nothing() =>
        AssertOutputs(Edit("Model.cs", A.Replace("int X { get; set; }", "int X { get; set; } // why", StringComparison.Ordinal)),
            IncrementalStepRunReason.Cached);

    [Fact]
    public void A_renamed_property_modifies_exactly_one_table()
    {
        var result = Edit("Model.cs", A.Replace("int X", "int Y", StringComparison.Ordinal));
        Assert.Single(Reasons(result, Steps.Types), r => r == IncrementalStepRunReason.Modified);
        // The table that refers to it is looked at, because its target changed, and comes out the same.
        Assert.Single(Reasons(result, Steps.Tables), r => r == IncrementalStepRunReason.Modified);
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Reasons(result, Steps.Manifest)));
    }

    [Fact]
    public void A_changed_table_leaves_one_that_does_not_refer_to_it_cached()
    {
        var result = Edit("B.cs", B.Replace("AId", "OtherId", StringComparison.Ordinal));
        Assert.Single(Reasons(result, Steps.Tables), r => r == IncrementalStepRunReason.Modified);
        Assert.Single(Reasons(result, Steps.Tables), r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_line_above_a_class_changes_the_locations_only()
    {
        var result = Edit("Model.cs", A.Replace("[Table]", "\n[Table]", StringComparison.Ordinal));
        Assert.DoesNotContain(Reasons(result, Steps.Types), r => r == IncrementalStepRunReason.Modified);
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(Reasons(result, Steps.Manifest)));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(Reasons(result, Steps.Names)));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Reasons(result, Steps.Locations)));
    }

    [Fact]
    public void A_changed_constant_in_another_file_is_seen()
    {
        var project = Project.Of("[Table(Names.T)] public class A { [PrimaryKey] public long Id { get; set; } }")
            .With("Names.cs", "public static class Names { public const string T = \"t\"; }");
        var result = Edit(project, "Names.cs", "public static class Names { public const string T = \"u\"; }");
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Reasons(result, Steps.Manifest)));
    }

    [Fact]
    public void Defaults_of_schemas_make_no_step_run_for_an_unrelated_edit()
    {
        const string Schemas = "[assembly: DefaultSchema(\"sales\"), DefaultSchema(\"stock\", Namespace = \"Shop\")]";
        var project = Project.With("Schemas.cs", Schemas) with { Providers = "PostgreSql" };
        var result = Edit(project, "Other.cs", Other.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        string[] steps =
        [
            Steps.Project, Steps.Found, Steps.Types, Steps.Heads, Steps.Inputs, Steps.Tables, Steps.Schema, Steps.Manifest, Steps.Others,
            Steps.Locations, Steps.Names,
        ];
        Assert.All(steps, step => Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, step).Distinct()));
        AssertOutputs(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Another_default_changes_every_table_that_has_it()
    {
        const string Schemas = "[assembly: DefaultSchema(\"sales\"), DefaultSchema(\"others\", Namespace = \"Nowhere\")]";
        var project = Project.With("Schemas.cs", Schemas) with { Providers = "PostgreSql" };
        Assert.Equal([IncrementalStepRunReason.Unchanged], Tables("others", "nobody"));
        Assert.Equal([IncrementalStepRunReason.Modified], Tables("sales", "shop"));

        IEnumerable<IncrementalStepRunReason> Tables(string from, string to) =>
            Reasons(Edit(project, "Schemas.cs", Schemas.Replace(from, to, StringComparison.Ordinal)), Steps.Tables).Distinct();
    }

    [Fact]
    public void Nothing_cached_holds_a_symbol_a_syntax_node_or_a_location()
    {
        var steps = Project.Driver().RunGenerators(Project.Compile()).GetRunResult().Results[0].TrackedSteps;
        var names = typeof(Steps).GetFields().Select(f => (string)f.GetValue(null)!).ToList();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in names.SelectMany(n => steps.TryGetValue(n, out var found) ? found : []).SelectMany(s => s.Outputs)
            .Select(o => o.Value)) Visit(value, visited);
    }

    private static void Visit(object? value, HashSet<object> visited)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !visited.Add(value)) return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel, value.GetType().FullName);
        if (value is System.Collections.IEnumerable items) foreach (var item in items) Visit(item, visited);
        if (value.GetType().Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true) return;
        foreach (var field in value.GetType()
            .GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.Public))
        {
            if (!field.FieldType.IsPointer && !typeof(Delegate).IsAssignableFrom(field.FieldType)) Visit(field.GetValue(value), visited);
        }
    }

    private static GeneratorRunResult Edit(string file, string source) => Edit(Project, file, source);

    private static GeneratorRunResult Edit(Project project, string file, string source)
    {
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation);
        var old = compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("/" + file, StringComparison.Ordinal));
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(old, project.Parse(file, source))).GetRunResult().Results[0];
    }

    private static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason).ToList();

    private static void AssertOutputs(GeneratorRunResult result, IncrementalStepRunReason reason) =>
        Assert.Equal([reason],
            result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason).Distinct());
}
