namespace SchemaSync.Generators.Tests;

/// <summary>Which object of which schema a reference means.</summary>
public sealed class SchemaReferenceTests
{
    private const string Id = "[PrimaryKey] public long Id { get; set; }";

    [Theory]
    [InlineData("ForeignKey(typeof(Shared))", "common.shared")]
    [InlineData("ForeignKey(\"common.shared\")", "common.shared")]
    [InlineData("ForeignKey(\"products\")", "stock.products")]
    [InlineData("ForeignKey(\"notes\")", "notes")]
    [InlineData("ForeignKey(\"twice\")", "stock.twice")]
    [InlineData("ForeignKey(\"\\\"a.b\\\"\")", "\"a.b\"")]
    public async Task A_foreign_key_leads_into_the_schema_it_means(string attribute, string table)
    {
        var source = $$"""
            [Table("shared", Schema = "common")] public class Shared { {{Id}} }
            [Table("products", Schema = "stock")] public class Product { {{Id}} [{{attribute}}, Index] public long Other { get; set; } }
            [Table("notes")] public class Note { {{Id}} }
            [Table("twice")] public class Once { {{Id}} }
            [Table("twice", Schema = "stock")] public class Again { {{Id}} }
            [Table("a.b")] public class Pointed { {{Id}} }
            """;
        Assert.Empty((await Analyzed.Diagnostics(Project.Of(source) with { Providers = "PostgreSql" })).Select(d => d.ToString()));
        Assert.Equal(table, Assert.Single(Pg(source).Table("products").ForeignKeys).ReferencedTable.ToString());
    }

    [Theory]
    [InlineData("PostgreSql", "ForeignKey(\"auth.users\")", "auth.users()")]
    [InlineData("Sqlite;PostgreSql", "ForeignKey(\"auth.users\", References = [\"id\"], Provider = Provider.PostgreSql)", "auth.users(id)")]
    [InlineData("Sqlite;PostgreSql", "ForeignKey(\"\\\"a.b\\\".users\", References = [\"id\"])", "\"a.b\".users(id)")]
    [InlineData("MySql", "ForeignKey(\"billing.customers\")", "billing.customers()")]
    [InlineData("MariaDb", "ForeignKey(\"billing.customers\", References = [\"mail\"])", "billing.customers(mail)")]
    public void A_foreign_key_may_lead_to_a_table_that_is_left_to_others(string providers, string attribute, string expected)
    {
        var source = $$"""
            [Table("notes")] public class Note { {{Id}} [{{attribute}}, Index] public long Other { get; set; } }
            """;
        var key = Assert.Single(Generated.From(Project.Of(source) with { Providers = providers }).Models
            .Single(m => m.Providers.Contains(providers.Split(';')[^1])).Objects.OfType<Table>().Single().ForeignKeys);
        Assert.Equal(expected, $"{key.ReferencedTable}({string.Join(", ", key.ReferencedColumns)})");
    }

    [Fact]
    public void A_navigation_leads_there_too()
    {
        var key = Assert.Single(Pg($$"""
            [Table("products", Schema = "stock")] public class Product { {{Id}} }
            [Table("orders")] public class Order
            {
                {{Id}}
                public long ProductId { get; set; }
                [System.ComponentModel.DataAnnotations.Schema.ForeignKey("ProductId")] public Product? Product { get; set; }
            }
            """).Table("orders").ForeignKeys);
        Assert.Equal("stock.products", key.ReferencedTable.ToString());
    }

    [Theory]
    [InlineData("other", "sales.other")]
    [InlineData("stock.other", "stock.other")]
    [InlineData("own", "own")]
    public void A_constraint_trigger_may_refer_to_a_table_of_another_schema(string from, string table)
    {
        var trigger = Assert.Single(Pg($$"""
            [Table("t", Schema = "sales")]
            [Trigger("g", TriggerTiming.After, TriggerEvent.Insert, Function = "f", Constraint = true, From = "{{from}}")]
            public class T { {{Id}} }
            [Table("own")] public class Own { {{Id}} }
            """).Model.Objects.OfType<Trigger>());
        Assert.Equal(table, trigger.From.ToString());
    }

    [Fact]
    public void A_sequence_and_a_partition_know_their_table()
    {
        var objects = Pg($$"""
            [Table("t", Schema = "sales"), Sequence("s", OwnedBy = "Id")]
            [PartitionBy("RANGE (id)"), Partition("p", "DEFAULT", Schema = "archive")]
            public class T { {{Id}} }
            """).Model.Objects;
        Assert.Equal("sales.t", Assert.Single(objects.OfType<Sequence>()).OwnedBy!.Table.ToString());
        Assert.Equal("sales.t", Assert.Single(objects.OfType<Table>(), t => t.Bound is not null).PartitionOf.ToString());
    }

    [Fact]
    public async Task A_partition_is_of_one_beside_it_whatever_else_has_its_name()
    {
        var source = $$"""
            [Table("t", Schema = "sales"), PartitionBy("RANGE (id)"), Partition("p", "DEFAULT", PartitionBy = "LIST (id)")]
            [Partition("q", "DEFAULT", Of = "p")] public class T { {{Id}} }
            [Table("p")] public class Other { {{Id}} }
            """;
        Assert.Empty((await Analyzed.Diagnostics(Project.Of(source) with { Providers = "PostgreSql" })).Select(d => d.ToString()));
        Assert.Equal("sales.p", Pg(source).Table("q").PartitionOf.ToString());
    }

    [Fact]
    public void Types_of_columns_carry_their_schema()
    {
        var table = Pg($$"""
            [EnumType(Schema = "sales")] public enum Mood { Good }
            [CompositeType("place", Schema = "common")] public class Place { public int A { get; set; } }
            [Table("t")] public class T
            {
                {{Id}}
                public Mood A { get; set; }
                public Mood[] B { get; set; } = [];
                public Place? C { get; set; }
            }
            """).Table("t");
        Assert.Equal(["sales.mood", "sales.mood", "common.place"], table.Columns.Skip(1).Select(c => c.Type.TypeName.ToString()));
    }

    private static Generated Pg(string source) => Generated.From(Project.Of(source) with { Providers = "PostgreSql" });
}
