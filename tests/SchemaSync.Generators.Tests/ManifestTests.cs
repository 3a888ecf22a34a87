namespace SchemaSync.Generators.Tests;

/// <summary>What each attribute becomes.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Everything_that_SQLite_has_becomes_a_manifest() => Golden.Verify(Generated.From(Project.Of("""
        [assembly: View("active_customers", File = "Sql/active.sql", Columns = ["id", "mail"])]
        [assembly: Dropped("legacy"), BeforeSync("SELECT 0", Provider = Provider.Sqlite), BeforeSync("SELECT 2")]
        [assembly: SqlObject("found", Create = ["CREATE VIRTUAL TABLE found USING fts5(note);"], Drop = ["DROP TABLE found"], DependsOn = ["customer"])]

        namespace Shop;

        public enum Status : byte { New, Paid }

        public abstract class Entity
        {
            [PrimaryKey, Identity] public long Id { get; init; }
            [DefaultSql("datetime('now')")] public DateTime CreatedAt { get; init; }
        }

        [Table, Strict, RenamedFrom("people"), Dropped("fax"), AfterSync("DELETE FROM customer WHERE id < 0", Order = 2), AfterSync("SELECT 1;", Unproved = true)]
        [Check("length(email) > 3", Name = "email_length")]
        [Index("LastName COLLATE NOCASE DESC", "(lower(email)) DESC", Name = "ix_names", Where = "last_name IS NOT NULL")]
        [Trigger("customer_stamp", TriggerTiming.After, TriggerEvent.Update, "UPDATE customer SET seen = 1 WHERE id = NEW.id", UpdateOf = [nameof(Email)], When = "OLD.email <> NEW.email")]
        public sealed partial class Customer : Entity
        {
            [MaxLength(200), Unique(Name = "uq_email"), Collation("NOCASE")] public required string Email { get; init; }
            [RenamedFrom("surname")] public string? LastName { get; init; }
            [Index(Unique = true, Descending = true)] public Guid Token { get; init; }
            [Default(Status.Paid)] public Status Status { get; init; }
            [Default("it's")] public string Note { get; init; } = "";
            [Backfill("coalesce(seen_at > '', 0)", Rows = 500, Pause = 10), Default(true)] public bool Seen { get; init; }
            [Column("credit_limit", Type = "TEXT", Using = "printf('%.2f', credit_limit)")] public decimal Credit { get; init; }
            [Computed("last_name || '!'", Stored = true)] public string? Shout { get; init; }
            [ForeignKey(typeof(Customer), OnDelete = ReferentialAction.SetNull, Name = "fk_parent", Deferrability = Deferrability.InitiallyDeferred), Index] public long? ParentId { get; init; }
            [Ignore] public string Display => Email;
        }

        [Table("order_lines"), WithoutRowid, PrimaryKey(nameof(OrderId), nameof(Position))]
        [Unique(nameof(Position), nameof(OrderId), Name = "uq_back")]
        public sealed record OrderLine(long OrderId, int Position)
        {
            [Check("quantity > 0")] public int Quantity { get; init; }
        }

        [Table, Index(nameof(OrderId), nameof(Position))]
        [ForeignKey(typeof(OrderLine), Columns = ["OrderId", "position"], OnUpdate = ReferentialAction.Cascade)]
        public class Shipment : Entity
        {
            public long OrderId { get; set; }
            public int Position { get; set; }
            public OrderLine? Line { get; set; }
        }
        """).WithSql("Sql/active.sql", "SELECT id, email FROM customer WHERE seen;\r\n")).Json);

    [Fact]
    public void What_rows_get_may_stand_in_a_file_and_be_for_one_provider()
    {
        var json = Generated.From((Project.Of("""
            [Table] public class T
            {
                [PrimaryKey] public long Id { get; init; }
                [Backfill(File = "Sql/code.sql"), Backfill("1", Provider = Provider.MySql)] public int Code { get; init; }
            }
            """) with { Providers = "Sqlite;MySql" }).WithSql("Sql/code.sql", "  id +\r\n 1;\r\n")).Json;
        var models = Manifest.Read(json);
        string Sql(string provider) => models.First(m => m.Providers.Contains(provider)).Intents[0].Sql!;
        Assert.Equal("id +\n 1", Sql(ProviderNames.Sqlite));
        Assert.Equal("1", Sql(ProviderNames.MySql));
    }

    [Fact]
    public void Standard_attributes_become_a_manifest() => Golden.Verify(Generated.From(Project.Of("""
        namespace Shop;

        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;

        [System.ComponentModel.DataAnnotations.Schema.Table("Blogs")]
        public class Blog
        {
            [Key, DatabaseGenerated(DatabaseGeneratedOption.Identity)] public int BlogId { get; set; }
            [Required, StringLength(120)] public string? Title { get; set; }
            [System.ComponentModel.DataAnnotations.Schema.Column("rating", TypeName = "REAL")] public double Score { get; set; }
            [NotMapped] public object? Cache { get; set; }
            public List<Post> Posts { get; set; } = [];
        }

        [System.ComponentModel.DataAnnotations.Schema.Table("Posts")]
        [Microsoft.EntityFrameworkCore.Index(nameof(BlogId), nameof(Slug), IsUnique = true, IsDescending = new[] { false, true })]
        [Microsoft.EntityFrameworkCore.PrimaryKey(nameof(Part), nameof(Number))]
        public class Post
        {
            public int Part { get; set; }
            public int Number { get; set; }
            [System.ComponentModel.DataAnnotations.MaxLength(80)] public string Slug { get; set; } = "";
            public int BlogId { get; set; }
            [System.ComponentModel.DataAnnotations.Schema.ForeignKey(nameof(BlogId)), DeleteBehavior(DeleteBehavior.Cascade), InverseProperty("Posts")] public Blog? Blog { get; set; }
        }
        """).With("Ef.cs", EfCore)).Json);

    [Theory]
    [InlineData("bool", LogicalType.Boolean)]
    [InlineData("byte", LogicalType.Byte)]
    [InlineData("sbyte", LogicalType.SByte)]
    [InlineData("short", LogicalType.Int16)]
    [InlineData("ushort", LogicalType.UInt16)]
    [InlineData("int", LogicalType.Int32)]
    [InlineData("uint", LogicalType.UInt32)]
    [InlineData("long", LogicalType.Int64)]
    [InlineData("ulong", LogicalType.UInt64)]
    [InlineData("float", LogicalType.Single)]
    [InlineData("double", LogicalType.Double)]
    [InlineData("decimal", LogicalType.Decimal)]
    [InlineData("string", LogicalType.String)]
    [InlineData("char", LogicalType.Char)]
    [InlineData("byte[]", LogicalType.Binary)]
    [InlineData("Guid", LogicalType.Guid)]
    [InlineData("DateTime", LogicalType.DateTime)]
    [InlineData("DateTimeOffset", LogicalType.DateTimeOffset)]
    [InlineData("DateOnly", LogicalType.Date)]
    [InlineData("TimeOnly", LogicalType.Time)]
    [InlineData("TimeSpan", LogicalType.TimeSpan)]
    [InlineData("DayOfWeek", LogicalType.Int32)]
    [InlineData("System.Text.Json.JsonDocument", LogicalType.Json)]
    [InlineData("System.Text.Json.JsonElement", LogicalType.Json)]
    [InlineData("System.Text.Json.Nodes.JsonNode", LogicalType.Json)]
    public void Every_type_has_a_mapping_with_and_without_null(string type, LogicalType logical)
    {
        var table = Generated
            .From($"[Table] public class T {{ [PrimaryKey] public int Id {{ get; set; }} public {type} A {{ get; set; }} = default!; "
                + $"public {type}? B {{ get; set; }} }}").Table("t");
        Assert.Equal((ColumnType.Of(logical), false), (table.Columns[1].Type, table.Columns[1].Nullable));
        Assert.Equal((ColumnType.Of(logical), true), (table.Columns[2].Type, table.Columns[2].Nullable));
    }

    [Fact]
    public void Arrays_are_arrays_of_their_elements()
    {
        var table = Generated
            .From(Project.Of("[Table] public class T { [PrimaryKey] public int Id { get; set; } public int[] A { get; set; } = []; }") with
            {
                Providers = "PostgreSql",
            }).Table("t");
        Assert.Equal(new ColumnType { Logical = LogicalType.Int32, IsArray = true }, table.Columns[1].Type);
    }

    [Fact]
    public void Where_nullable_is_off_references_are_nullable_unless_required()
    {
        var table = Generated.From(Project.Of("""
            [Table] public class T { [PrimaryKey] public string Id { get; set; } public string A { get; set; } [System.ComponentModel.DataAnnotations.Required] public string B { get; set; } public int C { get; set; } }
            """) with { Nullable = false }).Table("t");
        Assert.Equal([false, true, false, false], table.Columns.Select(c => c.Nullable));
    }

    [Fact]
    public void An_override_splits_the_models_by_provider()
    {
        var models = Generated.From(Project.Of("""
            [Table] public class T { [PrimaryKey] public int Id { get; set; } [Column(Type = "TEXT", Provider = Provider.Sqlite)] public decimal A { get; set; } }
            """) with { Providers = "" }).Models;
        Assert.Equal(["PostgreSql", "MySql", "MariaDb"], models[0].Providers);
        Assert.Equal(["Sqlite"], models[1].Providers);
        Assert.Equal(ColumnType.Of("TEXT"), Assert.IsType<Table>(models[1].Objects[0]).Columns[1].Type);
    }

    [Fact]
    public void Names_may_stay_as_they_are()
    {
        var table = Generated
            .From("[assembly: SchemaNaming(Naming.AsIs)] [Table] public class OrderLine { [PrimaryKey] public int LineId { get; set; } }")
            .Table("OrderLine");
        Assert.Equal("LineId", table.Columns[0].Name.Value);
    }

    [Theory]
    [InlineData("OrderLine", "order_line")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("Address2", "address2")]
    [InlineData("A", "a")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("ÜberGröße", "über_größe")]
    public void Snake_case_keeps_words_apart(string name, string expected) => Assert.Equal(expected, Names.SnakeCase(name));

    [Fact]
    public void Nested_classes_structs_and_partial_classes_are_tables()
    {
        var generated = Generated.From(Project.Of("""
            public static class Outer { [Table] public class Inner { [PrimaryKey] public int Id { get; set; } } }
            [Table] public struct Point { [PrimaryKey] public int X { get; set; } }
            [Table] public partial class P { [PrimaryKey] public int A { get; set; } }
            """).With("P2.cs", "[Unique(\"B\")] public partial class P { public int B { get; set; } }"));
        Assert.Equal(["inner", "p", "point"], generated.Model.Objects.Select(o => o.Name.Name.Value).Order());
        Assert.Single(generated.Table("p").UniqueConstraints);
    }

    [Fact]
    public void Without_a_table_nothing_is_emitted() => Assert.Empty(Generated.From("public class C;").Result.GeneratedTrees);

    private const string EfCore = """
        namespace Microsoft.EntityFrameworkCore
        {
            public enum DeleteBehavior { ClientSetNull, Restrict, SetNull, Cascade }
            public sealed class DeleteBehaviorAttribute(DeleteBehavior behavior) : Attribute { public DeleteBehavior Behavior => behavior; }
            public sealed class IndexAttribute : Attribute
            {
                public IndexAttribute(string propertyName, params string[] additionalPropertyNames) { }
                public bool IsUnique { get; set; }
                public bool[]? IsDescending { get; set; }
            }
            public sealed class PrimaryKeyAttribute : Attribute { public PrimaryKeyAttribute(string propertyName, params string[] additionalPropertyNames) { } }
        }
        """;
}
