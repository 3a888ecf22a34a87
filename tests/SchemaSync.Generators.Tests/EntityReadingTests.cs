using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Generators.Tests;

/// <summary>What is read again of a project with the conventions of Entity Framework: never less than what an edit gave another
/// meaning, and nothing of the classes that it does not concern.</summary>
public sealed class EntityReadingTests
{
    // As much of Entity Framework as a context needs.
    private const string Framework = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { protected virtual void OnModelCreating(ModelBuilder model) { } public DbSet<T> Set<T>() => new(); }
            public class DbSet<T> { }
            public class ModelBuilder { public ModelBuilder Entity<T>() => this; public void ToTable(string name) { } }
            public interface IEntityTypeConfiguration<T> { }
            [AttributeUsage(AttributeTargets.Class)] public sealed class OwnedAttribute : Attribute { }
        }
        """;

    private const string Space = "namespace Shop; ";
    private const string Assembly = "[assembly: SchemaConventions(Conventions.EntityFramework)]";
    private const string Blog = Space + "public class Blog : Named { public int Id { get; set; } public List<Post> Posts { get; } = []; ";
    private const string Post = Space + "public class Post { public long PostId { get; set; } public Blog Blog { get; set; } = null!; ";

    // Each file in the forms that an edit may give it: sets, bases, what properties lead to, and what makes a class an entity or a part.
    private static readonly ImmutableDictionary<string, string[]> Forms = new Dictionary<string, string[]>
    {
        ["Framework.cs"] = [Framework],
        ["Usings.cs"] =
        [
            Project.GlobalUsings + " global using Microsoft.EntityFrameworkCore; global using System.ComponentModel.DataAnnotations;"
                + " global using Set = Microsoft.EntityFrameworkCore.DbSet<Shop.Extra>;",
        ],
        ["Assembly.cs"] = [Assembly, "\n" + Assembly, Assembly + "[assembly: SchemaNaming(Naming.SnakeCase)]", Assembly, ""],
        ["Context.cs"] =
        [
            Space + "public class Shops : ShopContext { public DbSet<Blog> Blogs => Set<Blog>(); }",
            Space + "public class Shops : ShopContext { public DbSet<Blog> Blogs => Set<Blog>(); public Set Extras => new(); }",
            Space + "public class Shops : ShopContext { public DbSet<Blog> All => Set<Blog>(); public DbSet<Box<Note>> Boxes => new(); }",
            Space + "public class Shops { public DbSet<Blog> Blogs => new(); }",
        ],
        ["ShopContext.cs"] =
        [
            Space + "public abstract class ShopContext : DbContext { }",
            Space + "public abstract class ShopContext : DbContext { protected override void OnModelCreating(ModelBuilder model) { } }",
            Space + "public abstract class ShopContext : DbContext "
                + "{ protected override void OnModelCreating(ModelBuilder model) { model.Entity<Blog>(); } }",
            Space + "public abstract class ShopContext : DbContext "
                + "{ protected override void OnModelCreating(ModelBuilder model) { model.Entity<Extra>().ToTable(\"e\"); } }",
            Space + "public abstract class ShopContext : DbContext, IEntityTypeConfiguration<Blog> "
                + "{ public void Configure(ModelBuilder model) => model.ToTable(\"b\"); }",
            Space + "public abstract class ShopContext : IEntityTypeConfiguration<Blog> { protected DbSet<T> Set<T>() => new(); "
                + "public void Configure(ModelBuilder model) => model.ToTable(\"b\"); }",
            Space + "public abstract class ShopContext { protected DbSet<T> Set<T>() => new(); }",
        ],
        ["Blog.cs"] =
        [
            Blog + "public Home? Home { get; set; } }",
            "\n\n" + Blog + "public Home? Home { get; set; } public Notes Notes { get; } = []; }",
            Blog + "public Home? Home { get; set; } public int Count() => 1; }",
            Blog + "public Home? Home { get; set; } public int Count() => 2; }",
            Blog + "public ShopContext? Context { get; set; } }",
        ],
        ["Named.cs"] =
        [
            Space + "public abstract class Named { [MaxLength(Sizes.Name)] public string Name { get; set; } = \"\"; }",
            "\n" + Space + "public abstract class Named { [MaxLength(Sizes.Name)] public string Name { get; set; } = \"\"; }",
            Space + "public class Named { public string? Name { get; set; } }",
            Space + "public class Named { public int Id { get; set; } public Sort Sort { get; set; } }",
        ],
        ["Sizes.cs"] =
        [
            Space + "public static class Sizes { public const int Name = 20; }",
            Space + "public static class Sizes { public const int Name = 30; }",
        ],
        ["Post.cs"] =
        [
            Post + "public List<Tag> Tags { get; } = []; }", Post + "}",
            Post + "public Sort Sort { get; set; } public Tag? Main { get; set; } }",
            Space + "[Table(\"posts\")] public class Post { public long PostId { get; set; } public int? BlogId { get; set; } }",
        ],
        ["Tag.cs"] =
        [
            Space + "public class Tag { public Guid Id { get; set; } public List<Post> Posts { get; } = []; }",
            Space + "public class Tag { public string Id { get; set; } = \"\"; }",
            Space + "public struct Tag { public Guid Id { get; set; } }",
            Space + "public class Tag : Post { }",
        ],
        ["Home.cs"] =
        [
            Space + "[Owned] public class Home { public string Street { get; set; } = \"\"; }",
            Space + "public class Home { public int Id { get; set; } public string Street { get; set; } = \"\"; }",
            Space + "[System.ComponentModel.DataAnnotations.Schema.ComplexType] public struct Home { public string Street { get; set; } }",
        ],
        ["Notes.cs"] =
        [
            Space + "public class Notes : List<Note> { }", Space + "public class Notes : Dictionary<int, Note> { }",
            Space + "public class Notes { public int Id { get; set; } }",
        ],
        ["Note.cs"] =
        [
            Space + "public class Note { public int Id { get; set; } }", Space + "public class Note { public Guid Id { get; set; } }",
            "namespace Shop.System; public class Note { public int Id { get; set; } }", Space + "public struct Note { }",
        ],
        ["Box.cs"] =
        [
            Space + "public class Box<T> { public int Id { get; set; } public T? Inside { get; set; } }",
            "\n" + Space + "public class Box<T> { public int Id { get; set; } public T? Inside { get; set; } }",
            Space + "public class Box<T> : Named { public List<T> Inside { get; } = []; }",
        ],
        ["Extra.cs"] =
        [
            Space + "public class Extra { public int Id { get; set; } public Blog? Blog { get; set; } }",
            Space + "[SchemaConfiguration(typeof(Blog))] public class Extra "
                + "{ [Column(\"label\")] public string Name { get; set; } = \"\"; }",
            Space + "[SchemaConfiguration(typeof(Tag))] public partial class Extra "
                + "{ [MaxLength(9)] public string Id { get; set; } = \"\"; }",
            "",
        ],
        ["Sort.cs"] = [Space + "public enum Sort { A, B }", Space + "public enum Sort : long { A, B }", Space + "public class Sort { }"],
    }.ToImmutableDictionary();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task After_any_edit_both_say_what_they_would_say_of_a_project_seen_for_the_first_time(int seed) =>
        RandomEdits.Compare(Forms, seed);

    [Fact]
    public void What_an_edit_does_not_concern_is_the_very_same()
    {
        var project = Forms.Aggregate(Project.Of("") with { Files = [], Providers = "PostgreSql" }, (p, f) => p.With(f.Key, f.Value[0]));
        var before = project.Compile();
        var first = ProjectReader.Read(before, default).Entities;
        Assert.Equal(["Shop.Blog", "Shop.Home", "Shop.Named", "Shop.Post", "Shop.Tag"], first.Classes.Select(c => c.FullName));
        var tables = KnownTables.Of(first, new(new([]), new()));

        var method = Edit(project, before, "Blog.cs", Forms["Blog.cs"][0].Replace("public Home", "public int X() => 1; public Home",
            StringComparison.Ordinal));
        Assert.Same(first, ProjectReader.Read(method, default).Entities);
        var property = Edit(project, method, "Home.cs", Forms["Home.cs"][0].Replace("Street", "Road", StringComparison.Ordinal));
        var second = ProjectReader.Read(property, default).Entities;
        Assert.Equal("Shop.Home", Assert.Single(second.Classes, c => !first.Classes.Contains(c)).FullName);
        // What does not lead to it was not read again, and the tables of others are the same.
        Assert.Same(first.Classes[4], second.Classes[4]);
        Assert.Equal(["Blogs"], KnownTables.Of(second, new(new([]), new())).Types.Where(t => !tables.Types.Any(b => ReferenceEquals(b, t)))
            .Select(t => t.Attributes[0].Text("Name")));
    }

    [Fact]
    public void Tables_of_one_name_that_have_nothing_to_do_with_each_other_have_keys_of_two_names()
    {
        var compilation = Forms.Aggregate(Project.Of("") with { Files = [], Providers = "PostgreSql" }, (p, f) => p.With(f.Key, f.Value[0]))
            .With("Two.cs", Space + "[Table(\"same\", Schema = \"a\")] public class One { public int Id { get; set; } } "
                + "[Table(\"same\", Schema = \"b\")] public class Two { public int Id { get; set; } }").Compile();

        var tables = KnownTables.Of(ProjectReader.Read(compilation, default).Entities, new(new([]), new())).Types;

        Assert.Equal(["PK_same", "PK_same1"], tables.Where(t => t.Name is "One" or "Two").OrderBy(t => t.Name)
            .Select(t => t.Attributes.First(a => a.Kind == AttributeKind.PrimaryKey).Text("Name")));
    }

    private static CSharpCompilation Edit(Project project, CSharpCompilation compilation, string file, string source) =>
        compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("/" + file, StringComparison.Ordinal)), project.Parse(file, source));
}
