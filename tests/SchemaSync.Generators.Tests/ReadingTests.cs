using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Generators.Tests;

/// <summary>What is read again after an edit: never less than what it gave another meaning.</summary>
public sealed class ReadingTests
{
    private const string Customer = "namespace Shop; [Table] public class Customer { [PrimaryKey] public long Id { get; set; } }";
    private const string Service = "namespace Shop; public static class Service { public static int Count() => 1; }";

    // Each file in the forms that an edit may give it: names, bases, attributes, constants and types that others use.
    private static readonly ImmutableDictionary<string, string[]> Forms = new Dictionary<string, string[]>
    {
        ["Names.cs"] =
        [
            "namespace Shop; public static class Names { public const string Orders = \"orders\"; public const int Length = 10; }",
            "namespace Shop; public static class Names { public const string Orders = \"sales\"; public const int Length = 10; }",
            "namespace Shop; public static class Names { public const string Orders = \"o\" + More.Suffix; public const int Length = 20; }",
            "",
        ],
        ["More.cs"] =
        [
            "namespace Shop; public static class More { public const string Suffix = \"_1\"; }",
            "namespace Shop; public static class More { public const string Suffix = \"_2\"; public static int X() => 1; }",
            "namespace Shop; public static class More { public const string Suffix = \"_2\"; public static int X() => 2; }",
        ],
        ["Entity.cs"] =
        [
            "namespace Shop; public abstract class Entity { [PrimaryKey] public long Id { get; set; } }",
            "namespace Shop;\n\npublic abstract class Entity { [PrimaryKey] public long Id { get; set; } }",
            "namespace Shop; public abstract class Entity : Root { [PrimaryKey] public int Id { get; set; } }",
            "namespace Shop; public class Entity { [PrimaryKey] public int Id { get; set; } [Ignore] public string Note => \"\"; }",
        ],
        ["Root.cs"] =
        [
            "namespace Shop; public abstract class Root { public DateTime Made { get; set; } }",
            "namespace Shop; public abstract class Root { public DateTime Made { get => default; set { } } public State At { get; set; } }",
            "namespace Other; public abstract class Root { public DateTime Made { get; set; } }",
        ],
        ["State.cs"] =
        [
            "namespace Shop; [EnumType] public enum State { Open, Closed }",
            "namespace Shop; public enum State : byte { Open, Closed }",
            "namespace Shop; [EnumType(\"states\")] public enum State { Open, [EnumLabel(Names.Orders)] Closed }",
        ],
        ["Order.cs"] =
        [
            "namespace Shop; [Table(Names.Orders)] public partial class Order : Entity { public State State { get; set; } }",
            "namespace Shop; [Tab(Names.Orders)] public partial class Order : Entity { public State State { get; set; } }",
            "namespace Shop; public partial class Order : Entity { public State State { get; set; } }",
        ],
        ["Order.More.cs"] =
        [
            "namespace Shop; public partial class Order { [MaxLength(Names.Length)] public string Text { get; set; } = \"\"; }",
            "namespace Shop; [Index(nameof(Text))] public partial class Order { [MaxLength(5)] public string Text { get; set; } = \"\"; }",
            "namespace Shop; public partial class Order { public Customer? Customer { get; set; } }",
            "namespace Shop; [Comment(Orders)] public partial class Order { [MaxLength(Length)] public string Text { get; set; } = \"\"; }",
            "",
        ],
        ["Line.cs"] =
        [
            "namespace Shop; using static Names; [Table] public class Line : Entity "
                + "{ [ForeignKey(typeof(Order)), Index] public long OrderId { get; set; } "
                + "[MaxLength(Length)] public string Name { get; set; } = \"\"; }",
            "namespace Shop; [Table] public record Line([property: PrimaryKey] int Id, State State, List<Customer> All);",
            "",
        ],
        ["Customer.cs"] =
        [
            Customer, Customer.Replace("[Table]", "", StringComparison.Ordinal), Customer.Replace("long", "int", StringComparison.Ordinal),
        ],
        ["Service.cs"] = [Service, Service.Replace("=> 1", "=> 2", StringComparison.Ordinal), "namespace Shop.System { }"],
        ["Usings.cs"] =
        [
            Project.GlobalUsings + " global using Tab = SchemaSync.TableAttribute;",
            Project.GlobalUsings + " global using Tab = SchemaSync.ViewAttribute;",
            Project.GlobalUsings + " global using static Shop.Names; global using Tab = SchemaSync.TableAttribute;",
            Project.GlobalUsings,
        ],
        ["Assembly.cs"] =
        [
            "[assembly: SchemaNaming(Naming.AsIs)]", "\n[assembly: SchemaNaming(Naming.AsIs)]",
            "[assembly: Sequence(Shop.Names.Orders + \"_ids\")]", "",
        ],
    }.ToImmutableDictionary();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task After_any_edit_both_say_what_they_would_say_of_a_project_seen_for_the_first_time(int seed) =>
        RandomEdits.Compare(Forms, seed);

    [Fact]
    public void What_an_edit_does_not_concern_is_the_very_same()
    {
        var project = Project.Of(Customer).With("Order.cs",
            "namespace Shop; [Table] public class Order { [PrimaryKey] public long Id { get; set; } public int Total { get; set; } }")
            .With("Service.cs", Service);
        var before = project.Compile();
        var first = ProjectReader.Read(before, default);
        Assert.Same(first, ProjectReader.Read(before.WithOptions(before.Options), default));
        var body = Replace(project, before, "Service.cs", Service.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        Assert.Equal(first, ProjectReader.Read(body, default));
        var property = Replace(project, body, "Model.cs", Customer.Replace("Id", "Number", StringComparison.Ordinal));
        var second = ProjectReader.Read(property, default);
        Assert.Single(first.Types.Zip(second.Types, ReferenceEquals), same => !same);
    }

    [Fact]
    public void Generator_and_analyzer_look_at_one_reading()
    {
        var project = Project.Of(Customer);
        var compilation = project.Compile();
        var reading = ProjectReader.Read(compilation, default);
        project.Driver(tracks: false).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.NotEqual(compilation.SyntaxTrees.Length, output.SyntaxTrees.Count());
        Assert.Same(reading, ProjectReader.Read(output, default));
    }

    [Fact]
    public void A_canceled_reading_leaves_nothing_behind()
    {
        var compilation = Project.Of(Customer).Compile();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ProjectReader.Read(compilation, stop.Token));
        var once = new Once<ProjectReading>(token => ProjectReader.Read(compilation, token));
        Assert.Throws<OperationCanceledException>(() => once.Get(stop.Token));
        Assert.NotNull(Assert.Single(once.Get(default).Types)!.Declaration);
    }

    private static CSharpCompilation Replace(Project project, CSharpCompilation compilation, string file, string source) =>
        compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("/" + file, StringComparison.Ordinal)), project.Parse(file, source));
}
