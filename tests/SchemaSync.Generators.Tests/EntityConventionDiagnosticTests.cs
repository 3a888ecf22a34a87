namespace SchemaSync.Generators.Tests;

/// <summary>
/// Conventions of Entity Framework without it: what the compiler and the editor say. That the tables are those of Entity Framework is
/// seen in the tests that ask it.
/// </summary>
public sealed class EntityConventionDiagnosticTests
{
    private const string EntityFramework = """
        using System.Linq;
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
                protected virtual void OnModelCreating(ModelBuilder model) { }
                public DbSet<T> Set<T>() where T : class => new();
            }
            public class DbSet<T> where T : class { }
            public class ModelBuilder { public ModelBuilder Entity<T>() => this; }
            [AttributeUsage(AttributeTargets.Class)] public sealed class OwnedAttribute : Attribute { }
        }
        """;

    private const string Head = """
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        [assembly: SchemaConventions(Conventions.EntityFramework)]

        """;

    private const string Blogs = Head + """
        public class BlogContext : DbContext { public DbSet<Blog> Blogs => Set<Blog>(); public DbSet<Post> Posts => Set<Post>(); }
        public class Blog
        {
            public int Id { get; set; }
            public string Url { get; set; } = "";
            public string? Title { get; set; }
            public List<Post> Posts { get; } = [];
            public Address? Home { get; set; }
        }
        public class Post { public long PostId { get; set; } public Blog Blog { get; set; } = null!; public List<Tag> Tags { get; } = []; }
        public class Tag { public Guid Id { get; set; } public List<Post> Posts { get; } = []; }
        [Owned] public class Address { public string Street { get; set; } = ""; }
        """;

    [Fact]
    public void Classes_become_the_tables_of_Entity_Framework()
    {
        var generated = Generated.From(Of(Blogs) with { Providers = "PostgreSql" });
        Assert.Equal(
            [
                "Blogs(Id Int32, Url String, Title String?, Home_Street String?) PK_Blogs",
                "PostTag(PostsPostId Int64, TagsId Guid) PK_PostTag FK_PostTag_Posts_PostsPostId FK_PostTag_Tag_TagsId IX_PostTag_TagsId",
                "Posts(PostId Int64, BlogId Int32) PK_Posts FK_Posts_Blogs_BlogId IX_Posts_BlogId",
                "Tag(Id Guid) PK_Tag",
            ],
            generated.Model.Objects.OfType<Table>().Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_column_has_a_place()
    {
        var locations = Generated.From(Of(Blogs) with { Providers = "PostgreSql" }).Locations;
        Assert.All(Generated.From(Of(Blogs)).Model.Objects.OfType<Table>().SelectMany(t => t.Columns.Select(c => ObjectId.Of(t.Name, c))),
            id => Assert.Contains(id, locations.Keys));
    }

    [Fact]
    public Task A_model_without_mistakes_says_nothing() => Analyzed.Verify(Blogs, more: WithEntityFramework);

    [Fact]
    public Task Without_the_attribute_nothing_is_read() => Analyzed.Verify(
        Blogs.Replace("[assembly: SchemaConventions(Conventions.EntityFramework)]", ""), more: WithEntityFramework);

    [Theory]
    [InlineData("public class {|SSY0033:Stay|} { public int Number { get; set; } }")]
    [InlineData("public class Stay { [Key] public int Number { get; set; } }")]
    [InlineData("public abstract class {|SSY0037:Stay|} { public int Id { get; set; } }")]
    [InlineData("public abstract class Stay { public int Id { get; set; } public Night? Last { get; set; } } "
        + "public class Night : Stay { }")]
    [InlineData("public class Stay { public int StayID { get; set; } }")]
    [InlineData("public class Stay { public int Id { get; set; } public Room {|SSY0034:A|} { get; set; } = null!; "
        + "public Room {|SSY0034:B|} { get; set; } = null!; } "
        + "public class Room { public int Id { get; set; } public List<Stay> {|SSY0034:Stays|} { get; } = []; }")]
    [InlineData("public class Stay { public int Id { get; set; } [InverseProperty(\"Stays\")] public Room A { get; set; } = null!; "
        + "public Room B { get; set; } = null!; } "
        + "public class Room { public int Id { get; set; } public List<Stay> Stays { get; } = []; }")]
    [InlineData("public class Stay { public int Id { get; set; } "
        + "[{|SSY0035:InverseProperty(\"Stayz\")|}] public Room A { get; set; } = null!; } "
        + "public class Room { public int Id { get; set; } public List<Stay> Stays { get; } = []; }")]
    [InlineData("public class Stay { public int Id { get; set; } public Room? {|SSY0034:Room|} { get; set; } } "
        + "public class Room { public int Id { get; set; } public Stay? {|SSY0034:Stay|} { get; set; } }")]
    [InlineData("public class Stay { public int Id { get; set; } public int RoomId { get; set; } public Room? Room { get; set; } } "
        + "public class Room { public int Id { get; set; } public Stay? Stay { get; set; } }")]
    public Task What_Entity_Framework_refuses_is_said(string classes) => Analyzed.Verify(
        $"{Head}public class StayContext : DbContext {{ public DbSet<Stay> Stays => Set<Stay>(); }}\n{classes}", more: WithEntityFramework);

    [Theory]
    [InlineData("public string Name { get; private set; } = \"\";", "{|SSY0038:Stays|}")]
    [InlineData("[Column] public string Name { get; private set; } = \"\";", "Stays")]
    [InlineData("[NotMapped] public string Name => \"\";", "Stays")]
    [InlineData("public string Name { get; init; } = \"\";", "Stays")]
    public Task A_setter_that_nobody_sees_is_said(string property, string set) => Analyzed.Verify(
        $"{Head}public class StayContext : DbContext {{ public DbSet<Domain.Stay> {set} => Set<Domain.Stay>(); }}",
        more: p => WithEntityFramework(p).Refer(Project.Of($$"""
            using System.ComponentModel.DataAnnotations.Schema;
            using Column = System.ComponentModel.DataAnnotations.Schema.ColumnAttribute;
            namespace Domain { public class Stay { public int Id { get; set; } {{property}} } }
            """) with { AssemblyName = "Domain" }));

    [Fact]
    public void Configurations_and_stored_types_speak_for_classes()
    {
        var table = Generated.From(Of(Head + """
            [assembly: ColumnType(typeof(StayId), typeof(Guid))]
            public readonly record struct StayId(Guid Value);
            public sealed record Money(decimal Amount);
            public class StayContext : DbContext { public DbSet<Stay> Stays => Set<Stay>(); }
            public class Stay { public StayId Id { get; set; } public StayId? Former { get; set; } public string Note { get; set; } = ""; }
            [SchemaConfiguration(typeof(Stay)), SchemaSync.Index("Note", Name = "ix_note")]
            internal sealed class StayConfiguration { [SchemaSync.MaxLength(80)] public object? Note { get; set; } }
            """) with { Providers = "PostgreSql" }).Table("Stays");
        Assert.Equal("Stays(Id Guid, Former Guid?, Note String) PK_Stays ix_note", Line(table));
        Assert.Equal(80, table.Columns[2].Type.MaxLength);
    }

    [Fact]
    public Task Configurations_of_nothing_are_said() => Analyzed.Verify($$"""
        {{Head}}public class StayContext : DbContext { public DbSet<Stay> Stays => Set<Stay>(); }
        public class Stay { public int Id { get; set; } public string Note { get; set; } = ""; }
        [{|SSY0039:SchemaConfiguration(typeof(Stay))|}] internal class Wrong { [SchemaSync.MaxLength(80)] public int Nota { get; set; } }
        [{|SSY0039:SchemaConfiguration(typeof(Uri))|}] internal class OfUri { }
        [SchemaConfiguration(typeof(Stay))] internal class Good { [SchemaSync.MaxLength(80)] public object? Note { get; set; } }
        """, more: WithEntityFramework);

    [Theory]
    [InlineData("typeof(Guid)", "")]
    [InlineData("\"inet\"", "")]
    [InlineData("\" \"", "SSY0015")]
    [InlineData("typeof(Version)", "SSY0015")]
    public async Task A_type_is_stored_as_one_that_a_column_holds(string stored, string code)
    {
        var source = $"[assembly: ColumnType(typeof(O), {stored})] public struct O {{ }} "
            + "[Table] public class T { [PrimaryKey] public long Id { get; set; } [Ignore] public O Other { get; set; } }";
        var found = await Analyzed.Diagnostics(Project.Of(source));
        Assert.Equal(code, string.Join(",", found.Select(f => f.Id)));
    }

    private static Project Of(string source) => WithEntityFramework(Project.Of(source));

    private static Project WithEntityFramework(Project project) => project.With("EntityFramework.cs", EntityFramework);

    private static string Line(Table table)
    {
        var columns = table.Columns.Select(c => $"{c.Name} {c.Type.Logical}{(c.Nullable ? "?" : "")}");
        var names = table.ForeignKeys.Select(f => f.Name).Concat(table.Indexes.Select(i => i.Name)).Prepend(table.PrimaryKey!.Name);
        return $"{table.Name.Name}({string.Join(", ", columns)}) {string.Join(" ", names)}";
    }
}
