namespace SchemaSync.Generators.Tests;

/// <summary>What declares data and becomes nothing is said; what is close to it and does become something is not.</summary>
public sealed class PassedOverDiagnosticTests
{
    private const string Usings = """
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Table = System.ComponentModel.DataAnnotations.Schema.TableAttribute;
        using Column = System.ComponentModel.DataAnnotations.Schema.ColumnAttribute;
        using Names = System.ComponentModel.DataAnnotations.Schema.ForeignKeyAttribute;

        """;

    private const string Author = "[Table(\"authors\")] public class Author { [SchemaSync.PrimaryKey] public int Id { get; set; } ";

    [Theory]
    [InlineData("public int AuthorId { get; set; } public Author? {|SSY0029:Author|} { get; set; }", "")]
    [InlineData("[SchemaSync.ForeignKey(typeof(Author)), SchemaSync.Index] public int AuthorId { get; set; } "
        + "public Author? Author { get; set; }", "")]
    [InlineData("[SchemaSync.Index] public int AuthorId { get; set; } [Names(nameof(AuthorId))] public Author? Author { get; set; }", "")]
    [InlineData("[Names(\"Author\"), SchemaSync.Index] public int Writer { get; set; } public Author? Author { get; set; }", "")]
    [InlineData("public int AuthorId { get; set; } [NotMapped] public Author? Author { get; set; }", "")]
    [InlineData("public int AuthorId { get; set; } [SchemaSync.Ignore] public Author? Author { get; set; }", "")]
    // The other side alone.
    [InlineData("[SchemaSync.ForeignKey(typeof(Author)), SchemaSync.Index] public int AuthorId { get; set; }",
        "public List<Book> Books { get; set; } = [];")]
    [InlineData("public int AuthorId { get; set; }", "public List<Book> {|SSY0029:Books|} { get; set; } = [];")]
    [InlineData("[SchemaSync.ForeignKey(typeof(Author)), SchemaSync.Index] public int AuthorId { get; set; }",
        "public Book? Book { get; set; }")]
    // Two ways and one key.
    [InlineData("[SchemaSync.ForeignKey(typeof(Author)), SchemaSync.Index] public int AuthorId { get; set; } "
        + "public int EditorId { get; set; }"
        + " public Author? Author { get; set; } public Author? {|SSY0029:Editor|} { get; set; }", "")]
    [InlineData("[SchemaSync.ForeignKey(typeof(Author)), SchemaSync.Index] public int AuthorId { get; set; }"
        + " [SchemaSync.ForeignKey(typeof(Author)), SchemaSync.Index] public int? EditorId { get; set; }"
        + " public Author? Author { get; set; } public Author? Editor { get; set; }", "")]
    // To itself.
    [InlineData("public int? ParentId { get; set; } public Book? {|SSY0029:Parent|} { get; set; } "
        + "public List<Book> {|SSY0029:Parts|} { get; set; } = [];", "")]
    [InlineData("[SchemaSync.ForeignKey(typeof(Book)), SchemaSync.Index] public int? ParentId { get; set; } "
        + "public Book? Parent { get; set; } public List<Book> Parts { get; set; } = [];", "")]
    public Task A_navigation_needs_a_key(string members, string others) => Analyzed.Verify($$"""
        {{Usings}}{{Author}}{{others}} }
        [Table("books")] public class Book { [SchemaSync.PrimaryKey] public int Id { get; set; } {{members}} }
        """);

    [Fact]
    public Task A_table_between_two_is_a_key() => Analyzed.Verify($$"""
        {{Usings}}[Table("posts")] public class Post { [SchemaSync.PrimaryKey] public int Id { get; set; } public List<Tag> Tags { get; set; } = []; public List<Word> {|SSY0029:Words|} { get; set; } = []; }
        [Table("tags")] public class Tag { [SchemaSync.PrimaryKey] public int Id { get; set; } public List<Post> Posts { get; set; } = []; }
        [Table("words")] public class Word { [SchemaSync.PrimaryKey] public int Id { get; set; } }
        [Table("post_tags")] public class PostTag
        {
            [SchemaSync.PrimaryKey] public int Id { get; set; }
            [SchemaSync.ForeignKey(typeof(Post)), SchemaSync.Index] public int PostId { get; set; }
            [SchemaSync.ForeignKey(typeof(Tag)), SchemaSync.Index] public int TagId { get; set; }
        }
        """);

    [Theory]
    [InlineData("public class {|SSY0031:Manager|} : Author { public int Level { get; set; } }")]
    [InlineData("public class {|SSY0031:Chief|} : Manager { } public abstract class Manager : Author { public int Level { get; set; } }")]
    [InlineData("[Table(\"managers\")] public class Manager : Author { public int Level { get; set; } }")]
    [InlineData("[NotMapped] public class Manager : Author { public int Level { get; set; } }")]
    [InlineData("public class Manager : Author { [NotMapped] public int Level { get; set; } "
        + "public int Twice => Id * 2; public static int Count { get; set; } }")]
    [InlineData("public class Manager : Author { }")]
    [InlineData("public class Manager : Other { public int Level { get; set; } } public class Other { public int Id { get; set; } }")]
    public Task A_class_that_derives_from_a_table_is_a_table_or_said_to_be_none(string derived) =>
        Analyzed.Verify($"{Usings}{Author} }}\n{derived}");

    [Theory]
    [InlineData("[{|SSY0032:Key|}] public int Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[{|SSY0032:Key|}] public long Id { get; set; }", ProviderNames.MySql)]
    [InlineData("[Key] public int Id { get; set; }", ProviderNames.Sqlite)]
    [InlineData("[Key] public Guid Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[Key] public string Id { get; set; } = \"\";", ProviderNames.PostgreSql)]
    [InlineData("[Key, DatabaseGenerated(DatabaseGeneratedOption.Identity)] public long Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[Key, DatabaseGenerated(DatabaseGeneratedOption.None)] public int Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[Key, SchemaSync.Identity] public long Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[Key, SchemaSync.DefaultSql(\"7\")] public int Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[Key, SchemaSync.ForeignKey(typeof(Author))] public int Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[SchemaSync.PrimaryKey] public int Id { get; set; }", ProviderNames.PostgreSql)]
    [InlineData("[Key, Column(Order = 0)] public int Id { get; set; } "
        + "[Key, Column(Order = 1)] public int Line { get; set; }", ProviderNames.PostgreSql)]
    public Task A_key_of_Entity_Framework_is_numbered(string key, string provider) =>
        Analyzed.Verify(
            $"{Usings}{Author} }}\n[Table(\"books\")] public class Book {{ {key} public int Pages {{ get; set; }} }}", provider);

    [Fact]
    public Task Who_refers_to_a_table_without_a_key_is_told_so() => Analyzed.Verify($$"""
        {{Usings}}[Table("authors")] public class {|SSY0109:Author|} { public int Id { get; set; } }
        [Table("books")] public class Book { [SchemaSync.PrimaryKey] public int Id { get; set; } [SchemaSync.Index] public int AuthorId { get; set; } [{|SSY0104:Names(nameof(AuthorId))|}] public Author? {|SSY0029:Author|} { get; set; } }
        """);

    [Theory]
    [InlineData("[View(\"v\", \"SELECT 1 AS a\")] [{|SSY0015:Strict|}] public class V { public int A { get; init; } }")]
    [InlineData("[View(\"v\", \"SELECT 1 AS a\")] public class V { [{|SSY0015:Unique|}] public int A { get; init; } }")]
    [InlineData("[View(\"v\", \"SELECT 1 AS a\")] public class V { [SchemaSync.Column(\"a\")] public int A { get; init; } }")]
    public Task What_stands_on_something_else_than_a_table_is_said(string source) => Analyzed.Verify(source);
}
