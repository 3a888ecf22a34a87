using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Tests;

/// <summary>What an edit in one project makes another read again, by the run reasons of the steps.</summary>
public sealed class ReferenceCachingTests
{
    private const string Customer =
        "namespace Sales;\n[Table(\"customers\")] public class Customer\n{\n    "
            + "[PrimaryKey] public long Id { get; set; }\n    public int X { get; set; }\n}\n";
    private const string Other = "public class Other { public int M() => 1; }\n";
    private const string Item = "namespace Stock;\n[Table(\"items\")] public class Item { [PrimaryKey] public long Id { get; set; } }";
    private const string Order =
        "[Table(\"orders\")] public class Order { [PrimaryKey] public long Id { get; set; } [ForeignKey(typeof(Sales.Customer)), "
            + "Index] public long CustomerId { get; set; } }\n";

    private static readonly Project Sales = Project.Of(Customer).With("Other.cs", Other) with { AssemblyName = "Sales" };
    private static readonly Project Stock = Project.Of(Item) with { AssemblyName = "Stock" };
    private static readonly Project App = Project.Of(Order).With("Other.cs", Other).Refer(Stock) with { AssemblyName = "App" };

    [Fact]
    public void An_edit_in_the_project_itself_reads_no_reference_again()
    {
        var compilation = App.Compile().AddReferences(Sales.Built());
        var result = Run(compilation, c =>
            c.ReplaceSyntaxTree(Tree(c, "Other.cs"), App.Parse("Other.cs", Other.Replace("=> 1", "=> 2", StringComparison.Ordinal))));
        Assert.All([Steps.References, Steps.Foreign, Steps.Resolved, Steps.Tables, Steps.PartList], step =>
            Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, step).Distinct()));
    }

    [Fact]
    public void Another_build_of_one_project_reads_that_one_alone_and_changes_nothing()
    {
        var before = Sales.Built();
        // Another method body and a moved line: another file with another MVID, and the same names.
        var after = Sales.With("Other.cs", Other.Replace("=> 1", "=> 2", StringComparison.Ordinal)).With("Model.cs", "\n\n" + Customer)
            .Built();
        var result = Run(App.Compile().AddReferences(before), c => c.ReplaceReference(before, after));
        // One reference is new to the step, and nothing behind it is.
        Assert.Single(Reasons(result, Steps.References), r => r is not IncrementalStepRunReason.Cached);
        Assert.All([Steps.Foreign, Steps.Resolved, Steps.Tables, Steps.Schema, Steps.PartList], step =>
            Assert.DoesNotContain(Reasons(result, step), r => r is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
        Assert.DoesNotContain(result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o =>
            o.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
    }

    [Fact]
    public void A_changed_key_changes_the_table_that_refers_to_it()
    {
        var before = Sales.Built();
        var after = Sales.With("Model.cs", Customer.Replace("[PrimaryKey]", "[PrimaryKey, Column(\"number\")]", StringComparison.Ordinal))
            .Built();
        var result = Run(App.Compile().AddReferences(before), c => c.ReplaceReference(before, after));
        Assert.Single(Reasons(result, Steps.Tables), r => r == IncrementalStepRunReason.Modified);
        Assert.Contains("\"\"referencedColumns\"\":[\"\"number\"\"]", Text(result, "SchemaSync.Manifest.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_is_edited_in_an_editor_is_read_from_its_compilation()
    {
        var sales = Generated.From(Sales).Output;
        var compilation = App.Compile().AddReferences(sales.ToMetadataReference());
        var driver = App.Driver().RunGenerators(compilation);
        Assert.Contains("\"\"referencedTable\"\":\"\"customers\"\"", Text(driver.GetRunResult().Results[0], "SchemaSync.Manifest.g.cs"),
            StringComparison.Ordinal);

        var edited = Generated.From(Sales.With("Other.cs", Other.Replace("=> 1", "=> 2", StringComparison.Ordinal))).Output;
        var result = driver.RunGenerators(compilation.ReplaceReference(compilation.References.Last(), edited.ToMetadataReference()))
            .GetRunResult().Results[0];
        Assert.Single(Reasons(result, Steps.References), r => r is not IncrementalStepRunReason.Cached);
        Assert.DoesNotContain(Reasons(result, Steps.Foreign), r => r is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
    }

    private static GeneratorRunResult Run(Compilation compilation, Func<Compilation, Compilation> edit) =>
        App.Driver().RunGenerators(compilation).RunGenerators(edit(compilation)).GetRunResult().Results[0];

    private static SyntaxTree Tree(Compilation compilation, string file) =>
        compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("/" + file, StringComparison.Ordinal));

    private static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason).ToList();

    private static string Text(GeneratorRunResult result, string file) =>
        result.GeneratedSources.Single(s => s.HintName == file).SourceText.ToString();
}
