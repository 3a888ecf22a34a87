namespace SchemaSync.Generators.Tests;

/// <summary>What a project takes over from the projects it refers to: tables, enums and types
/// of the database, and which of them belong to its schema.</summary>
public sealed class ReferencedProjectTests
{
    private static readonly Project Sales = Project.Of("""
        namespace Sales;
        [Table("customers")] public class Customer { [PrimaryKey] public long Id { get; set; } [Column("mail"), Unique] public string Email { get; set; } = ""; }
        [EnumType("rank")] public enum Rank { [EnumLabel("plain")] Normal, Gold = 5 }
        [CompositeType("place")] public class Place { public string? Street { get; set; } }
        [Flags, EnumType(Provider = Provider.MySql | Provider.MariaDb)] public enum Days { Monday = 1, Tuesday = 2 }
        """) with { AssemblyName = "Sales", Providers = "" };

    private const string Order = """
        using Sales;
        [Table("orders")] public class Order
        {
            [PrimaryKey] public long Id { get; set; }
            [ForeignKey(typeof(Customer)), Index] public long CustomerId { get; set; }
            [ForeignKey("customers", References = ["Email"]), Index] public string Mail { get; set; } = "";
        }
        """;

    [Fact]
    public void A_foreign_key_leads_to_a_class_of_another_project()
    {
        var keys = Generated.From(App(Order)).Table("orders").ForeignKeys;
        Assert.Equal(["customers (id)", "customers (mail)"],
            keys.Select(k => $"{k.ReferencedTable} ({string.Join(",", k.ReferencedColumns)})"));
    }

    [Fact]
    public async Task It_is_checked_like_one_of_this_project()
    {
        Assert.Empty(await Analyzed.Diagnostics(App(Order)));
        var wrong = App(Order.Replace("long CustomerId", "int CustomerId", StringComparison.Ordinal)
            .Replace("\"Email\"", "\"Emial\"", StringComparison.Ordinal));
        var found = await Analyzed.Diagnostics(wrong);
        Assert.Equal(["SSY0102", "SSY0103"], found.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.Contains(found, d =>
            d.GetMessage(null) == "orders.customer_id is int32, but customers.id, which it refers to, is int64; give both the same type");
    }

    [Fact]
    public void A_navigation_and_its_list_are_no_columns()
    {
        var table = Generated.From(App("""
            using System.ComponentModel.DataAnnotations.Schema;
            [SchemaSync.Table("orders")] public class Order
            {
                [PrimaryKey] public long Id { get; set; }
                public long CustomerId { get; set; }
                [System.ComponentModel.DataAnnotations.Schema.ForeignKey("CustomerId")] public Sales.Customer? Customer { get; set; }
                public List<Sales.Customer> All { get; set; } = [];
            }
            """)).Table("orders");
        Assert.Equal(["id", "customer_id"], table.Columns.Select(c => c.Name.Value));
        Assert.Equal("customers", Assert.Single(table.ForeignKeys).ReferencedTable.Name.Value);
    }

    [Fact]
    public void Enums_and_composite_types_of_another_project_are_its_types()
    {
        const string Source =
            "[Table(\"t\")] public class T { [PrimaryKey] public long Id { get; set; } public Sales.Rank Rank { get; set; } public "
                + "Sales.Rank[] Ranks { get; set; } = []; public Sales.Place? Place "
                + "{ get; set; } public Sales.Place[] Places { get; set; } = []; }";
        var columns = Generated.From(App(Source) with { Providers = "PostgreSql" }).Table("t").Columns;
        Assert.Equal(["rank", "rank[]", "place", "place[]"], columns.Skip(1)
            .Select(c => c.Type.TypeName.Name.Value + (c.Type.IsArray ? "[]" : "")));

        var source =
            "[Table(\"t\")] public class T { [PrimaryKey] public long Id { get; set; } [Default(Sales.Rank.Gold)] public Sales.Rank "
                + "Rank { get; set; } public Sales.Days Days { get; set; } }";
        var words = Generated.From(App(source) with { Providers = "MySql" }).Table("t").Columns;
        Assert.Equal(["plain,gold", "monday,tuesday"], words.Skip(1).Select(c => string.Join(",", c.Type.Values)));
        Assert.Equal("'gold'", words[1].Default!.Text);
        Assert.Equal([LogicalType.Enum, LogicalType.Set], words.Skip(1).Select(c => c.Type.Logical));
        // Where the enum is limited to other providers, it is the number that it is without the attribute.
        Assert.Equal(LogicalType.Int32,
            Generated.From(App(source.Replace("[Default(Sales.Rank.Gold)] ", "", StringComparison.Ordinal))
                with { Providers = "PostgreSql" }).Table("t").Columns[2].Type.Logical);
    }

    [Fact]
    public async Task What_another_project_put_into_a_schema_is_there()
    {
        var stock = Project.Of("""
            [assembly: DefaultSchema("stock")]
            namespace Stock;
            [Table("items")] public class Item { [PrimaryKey] public long Id { get; set; } }
            [Table("own", Schema = "")] public class Own { [PrimaryKey] public long Id { get; set; } }
            [EnumType] public enum Size { Small }
            [EnumType("mine", Schema = "")] public enum Mine { A }
            [CompositeType("box")] public class Box { public int A { get; set; } }
            """) with { AssemblyName = "Stock", Providers = "" };
        var app = Project.Of("""
            [assembly: DefaultSchema("sales")]
            [Table("items")] public class Item { [PrimaryKey] public long Id { get; set; } }
            [Table("orders")] public class Order
            {
                [PrimaryKey] public long Id { get; set; }
                [ForeignKey(typeof(Stock.Item)), Index] public long A { get; set; }
                [ForeignKey("stock.items"), Index] public long B { get; set; }
                [ForeignKey("items"), Index] public long C { get; set; }
                [ForeignKey(typeof(Stock.Own)), Index] public long D { get; set; }
                [ForeignKey("own"), Index] public long E { get; set; }
                public Stock.Size Size { get; set; }
                public Stock.Mine Mine { get; set; }
                public Stock.Box? Box { get; set; }
            }
            """).Refer(stock) with { AssemblyName = "App", Providers = "PostgreSql" };
        Assert.Empty((await Analyzed.Diagnostics(app)).Select(d => d.ToString()));
        var table = Generated.From(app).Table("orders");
        Assert.Equal(["stock.items", "stock.items", "sales.items", "own", "own"],
            table.ForeignKeys.Select(k => k.ReferencedTable.ToString()));
        Assert.Equal(["stock.size", "mine", "stock.box"], table.Columns.Skip(6).Select(c => c.Type.TypeName.ToString()));
        var wrong = await Analyzed.Diagnostics(app.With("Model.cs",
            app.Files["Model.cs"].Replace("public long B", "public int B", StringComparison.Ordinal)));
        var message = Assert.Single(wrong).GetMessage(null);
        Assert.Equal("sales.orders.b is int32, but stock.items.id, which it refers to, is int64; give both the same type", message);
    }

    [Fact]
    public void The_assembly_says_what_it_is_composed_of()
    {
        Assert.Equal("Sales PostgreSql,MySql,MariaDb,Sqlite", Parts(App(Order) with { Providers = "" }));
        Assert.Equal("Sales Sqlite", Parts(App(Order)));
        Assert.Equal("Sales Sqlite", Parts(App("public class Nothing;")));
        Assert.Equal("", Parts(App("public class Nothing;") with { Compose = "None" }));
        Assert.Equal("", Parts(App("[assembly: LeaveOut(\"sales\")]")));
        Assert.Equal("Sales PostgreSql",
            Parts(App("[assembly: LeaveOut(\"Sales\", Provider = Provider.Sqlite)]") with { Providers = "PostgreSql;Sqlite" }));
        Assert.Null(Generated.From("[Table] public class Alone { [PrimaryKey] public long Id { get; set; } }").Metadata(PartList.Key));
    }

    [Theory]
    [InlineData("None", "")]
    [InlineData("", "[assembly: LeaveOut(\"Sales\")] ")]
    public async Task What_is_left_out_is_not_there(string compose, string attribute)
    {
        var found = await Analyzed.Diagnostics(App(attribute.Length == 0 ? Order
            : Order.Replace("[Table(", attribute + "[Table(", StringComparison.Ordinal)) with { Compose = compose });
        Assert.Equal(["SSY0101", "SSY0101"], found.Select(d => d.Id));
    }

    [Fact]
    public void A_part_of_a_part_is_a_part_once()
    {
        var stock = Project.Of(
            "[Table(\"items\")] public class Item { [PrimaryKey] public long Id { get; set; } [ForeignKey(typeof(Sales.Customer)), "
                + "Index] public long For { get; set; } }") with
        {
            AssemblyName = "Stock",
        };
        var app = Project
            .Of("[Table(\"app\")] public class A { [PrimaryKey] public long Id { get; set; } [ForeignKey(typeof(Item)), Index] public "
                + "long ItemId { get; set; } }").Refer(Sales, stock.Refer(Sales));
        Assert.Equal("Sales Sqlite; Stock Sqlite", Parts(app));
        Assert.Equal("app", Assert.Single(Generated.From(app).Model.Objects).Name.Name.Value);
    }

    private static Project App(string source) => Project.Of(source).Refer(Sales) with { AssemblyName = "App" };

    private static string Parts(Project project) => Generated.From(project).Metadata(PartList.Key) is { } text
        ? string.Join("; ", PartList.Read(text).Select(p => $"{p.Name} {string.Join(",", p.Providers)}")) : "";
}
