namespace SchemaSync.Generators.Tests;

/// <summary>In which schema each declared object is.</summary>
public sealed class SchemaTests
{
    private const string Id = "[PrimaryKey] public long Id { get; set; }";

    /// <summary>Every kind of object with a schema, and what becomes of it.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { $$"""[Table("t", Schema = "sales")] public class T { {{Id}} }""", "table sales.t" },
        { $$"""[Table(Schema = "sales")] public struct OrderLine { {{Id}} }""", "table sales.order_line" },
        { """[assembly: View("v", "SELECT 1 AS a", Schema = "sales")]""", "view sales.v" },
        { """[View("v", "SELECT 1 AS a", Schema = "sales")] public class V { public int A { get; set; } }""", "view sales.v" },
        { """[assembly: MaterializedView("m", "SELECT 1 AS a", Schema = "sales")]""", "materialized view sales.m" },
        {
            """[MaterializedView("m", "SELECT 1 AS a", Schema = "sales")] public class M { [Index] public int A { get; set; } }""",
            "materialized view sales.m; index sales.m.ix_m_a"
        },
        { """[assembly: Sequence("s", Schema = "sales")]""", "sequence sales.s" },
        {
            """[assembly: Function("f", "SELECT 1", Returns = "integer", Arguments = "a text", Schema = "sales")]""",
            "function sales.f(text)"
        },
        { """[assembly: Procedure("p", "SELECT 1", Schema = "sales")]""", "procedure sales.p()" },
        { """[assembly: EnumType("mood", "good", Schema = "sales")]""", "enum type sales.mood" },
        { """[EnumType(Schema = "sales")] public enum Mood { Good }""", "enum type sales.mood" },
        { """[CompositeType(Schema = "sales")] public class Place { public int A { get; set; } }""", "composite type sales.place" },
        { """[assembly: Domain("d", "text", Schema = "sales")]""", "domain sales.d" },
        {
            $$"""
            [Table("t", Schema = "sales"), Index(nameof(Other), Name = "i")]
            [Trigger("g", TriggerTiming.After, TriggerEvent.Insert, Function = "f")]
            public class T { {{Id}} public int Other { get; set; } }
            """,
            "table sales.t; index sales.t.i; trigger g on sales.t"
        },
        {
            """
            [View("v", "SELECT 1 AS a", Schema = "sales"), Trigger("g", TriggerTiming.InsteadOf, TriggerEvent.Insert, Function = "f")]
            public class V { public int A { get; set; } }
            """,
            "view sales.v; trigger g on sales.v"
        },
        {
            $$"""
            [assembly: Extension("citext", Schema = "tools"), DefaultSchema("sales")]
            [Table("t")] public class T { {{Id}} }
            """,
            "table sales.t; extension citext"
        },
    };

    /// <summary>What stands on the class of a table without saying a schema, or against the table's.</summary>
    public static TheoryData<string, string> Beside => new()
    {
        {
            """
            Table("t", Schema = "sales"), View("v", "SELECT 1 AS a"), MaterializedView("m", "SELECT 1 AS a"), Domain("d", "text"),
            Sequence("s", OwnedBy = "Id"), Function("f", "SELECT 1", Returns = "int"), Procedure("p", "SELECT 1")
            """,
            "table sales.t; view sales.v; materialized view sales.m; domain "
                + "sales.d; sequence sales.s; function sales.f(); procedure sales.p()"
        },
        {
            """Table("t", Schema = "sales"), Sequence("s", Schema = "other"), View("v", "SELECT 1 AS a", Schema = "")""",
            "table sales.t; sequence other.s; view v"
        },
        {
            """
            Table("t", Schema = "sales"), PartitionBy("RANGE (id)"), Partition("p", "DEFAULT"),
            Partition("q", "FOR VALUES FROM (1) TO (9)", Schema = "archive", PartitionBy = "LIST (id)"),
            Partition("r", "DEFAULT", Of = "archive.q")
            """,
            "table sales.t; table sales.p; table archive.q; table sales.r"
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_is_in_the_schema_it_says(string source, string expected) => await Verify(source, expected);

    [Theory]
    [MemberData(nameof(Beside))]
    public async Task What_stands_on_the_class_of_a_table_is_where_the_table_is(string attributes, string expected) =>
        await Verify($"[{attributes}] public class T {{ {Id} }}", expected);

    [Theory]
    [InlineData("Shop", "a.t")]
    [InlineData("Shop.Stock", "b.t")]
    [InlineData("Shop.Stock.Inner", "b.t")]
    [InlineData("Shop.Stocktaking", "a.t")]
    [InlineData("Shop.Own", "t")]
    [InlineData("Other", "c.t")]
    public void The_longest_namespace_gives_the_default(string space, string table)
    {
        var objects = Pg($$"""
            [assembly: DefaultSchema("a", Namespace = "Shop"), DefaultSchema("b", Namespace = "Shop.Stock")]
            [assembly: DefaultSchema("", Namespace = "Shop.Own"), DefaultSchema("c")]
            namespace {{space}};
            [Table] public class T { {{Id}} public E E { get; set; } public class Inner { [EnumType] public enum E2 { A } } }
            [EnumType] public enum E { A }
            """).Model.Objects;
        var type = table[..^1] + "e";
        Assert.Equal([type, type + "2", table], objects.Select(o => o.Name.ToString()));
        Assert.Equal(type, Assert.Single(objects.OfType<Table>()).Columns[1].Type.TypeName.ToString());
    }

    [Fact]
    public void Without_a_class_the_default_is_that_of_the_assembly()
    {
        var view = Assert.Single(Pg("""
            [assembly: DefaultSchema("sales"), DefaultSchema("stock", Namespace = "Shop"), View("v", "SELECT 1 AS a")]
            """).Model.Objects);
        Assert.Equal("sales.v", view.Name.ToString());
    }

    [Fact]
    public void A_default_of_one_provider_is_for_that_one()
    {
        var generated = Generated.From(Project.Of($$"""
            [assembly: DefaultSchema("sales", Provider = Provider.PostgreSql)]
            [Table] public class T { {{Id}} }
            [Table] public class U { {{Id}} [ForeignKey(typeof(T)), Index] public long TId { get; set; } }
            """) with { Providers = "PostgreSql;Sqlite" });
        Assert.Equal(["PostgreSql: sales.t sales.u", "Sqlite: t u"], Names(generated));
        Assert.Equal(["sales.t", "t"], generated.Models.Select(m => ((Table)m.Objects[1]).ForeignKeys[0].ReferencedTable.ToString()));
    }

    [Fact]
    public void A_declaration_for_one_provider_takes_the_place_of_one_in_a_schema()
    {
        var generated = Generated.From(Project.Of($$"""
            [assembly: View("v", "SELECT 1 AS a", Schema = "sales"), View("v", "SELECT 1 AS a", Provider = Provider.Sqlite)]
            [Table("t", Schema = "sales"), Table("t", Provider = Provider.Sqlite)] public class T { {{Id}} }
            """) with { Providers = "PostgreSql;Sqlite" });
        Assert.Equal(["PostgreSql: sales.t sales.v", "Sqlite: t v"], Names(generated));
        // In another schema it is another view.
        var two = Pg("""
            [assembly: View("v", "SELECT 1 AS a", Schema = "sales")]
            [assembly: View("v", "SELECT 1 AS a", Schema = "stock", Provider = Provider.PostgreSql)]
            """).Model.Objects;
        Assert.Equal(["sales.v", "stock.v"], two.Select(o => o.Name.ToString()));
    }

    [Fact]
    public void Standard_attributes_say_a_schema_where_there_are_schemas()
    {
        var generated = Generated.From(Project.Of($$"""
            [System.ComponentModel.DataAnnotations.Schema.Table("orders", Schema = "sales")] public class Order { {{Id}} }
            [Table("lines")] public class Line { {{Id}} [ForeignKey(typeof(Order)), Index] public long OrderId { get; set; } }
            """) with { Providers = "" });
        Assert.Equal(["PostgreSql,MySql,MariaDb: lines sales.orders", "Sqlite: lines orders"], Names(generated));
        Assert.Equal(["sales.orders", "orders"],
            generated.Models.Select(m => ((Table)m.Objects[0]).ForeignKeys[0].ReferencedTable.ToString()));
    }

    [Fact]
    public void Renames_and_drops_stay_in_their_schema()
    {
        var intents = Pg($$"""
            [assembly: DefaultSchema("sales"), Dropped("a"), Dropped("b", Schema = "stock"), Dropped("common.c"), Dropped("d", Schema = "")]
            [assembly: Dropped("\"e.f\"")]
            [Table("orders"), RenamedFrom("purchases"), RenamedFrom("\"x.y\""), Dropped("fax")]
            public class Order { {{Id}} [RenamedFrom("size")] public int Weight { get; set; } }
            """).Model.Intents;
        Assert.Equal(
            [
                "column sales.orders.fax", "column sales.orders.size", "table common.c", "table d", "table sales.\"e.f\"",
                "table sales.\"x.y\"", "table sales.a", "table sales.purchases", "table stock.b",
            ],
            intents.Select(i => i.FormerId.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_comes_from_another_schema()
    {
        var intents = Pg($$"""
            [Table("orders", Schema = "sales"), RenamedFrom("old.purchases"), RenamedFrom("sales.buys"), RenamedFrom("sells")] public class Order { {{Id}} }
            """).Model.Intents;
        Assert.Equal(["table old.purchases", "table sales.buys", "table sales.sells"],
            intents.Select(i => i.FormerId.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["", "", "old"], intents.Select(i => i.FormerSchema.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_and_sequences_come_from_another_schema_or_name()
    {
        var intents = Pg($$"""
            [assembly: Sequence("numbers", Schema = "sales", RenamedFrom = "old.numbers"), Domain("d", "text", Schema = "sales", RenamedFrom = "e")]
            [assembly: EnumType("kind", "a", Schema = "sales", RenamedFrom = "old.sort")]
            [EnumType(Schema = "sales", RenamedFrom = "old.mood")] public enum Feeling { Good }
            [CompositeType(Schema = "sales", RenamedFrom = "old.pair")] public class Pair { public int A { get; set; } }
            [Table("t", Schema = "sales"), Sequence("s", OwnedBy = "Id", RenamedFrom = "sales.r")] public class T { {{Id}} }
            """).Model.Intents;
        Assert.Equal(
            ["composite type old.pair", "domain sales.e", "enum type old.mood",
                "enum type old.sort", "sequence old.numbers", "sequence sales.r"],
            intents.Select(i => i.FormerId.ToString()).Order(StringComparer.Ordinal));
        Assert.All(intents, i => Assert.Equal("sales", i.Subject.Schema.ToString()));
    }

    [Fact]
    public void A_grant_finds_one_of_two_by_its_schema()
    {
        var sequences = Pg("""
            [assembly: Sequence("s", Schema = "sales"), Sequence("s"), Sequence("u", Schema = "sales")]
            [assembly: Grant("USAGE", To = "r", On = "sales.s"), Grant("USAGE", To = "r", On = "u")]
            """).Model.Objects.OfType<Sequence>();
        Assert.Equal(["sales.s", "sales.u"], sequences.Where(s => s.Grants is not null).Select(s => s.Name.ToString()));
    }

    [Fact]
    public void What_is_said_about_a_schema_is_one_object_with_its_rights()
    {
        var sales = Assert.IsType<Schema>(Assert.Single(Pg("""
            [assembly: SchemaOptions("sales", Owner = "shop", Comment = "sold"), Grant("USAGE", To = "r", On = "sales"), Grant("CREATE", To = "r", On = "sales")]
            """).Model.Objects));
        Assert.Equal(("schema sales", "shop", "sold"), (ObjectId.Of(sales).ToString(), sales.Owner, sales.Comment));
        Assert.Equal(["CREATE", "USAGE"], Assert.Single(sales.Grants!.Roles).Privileges);
    }

    [Fact]
    public void What_a_schema_was_called_is_an_intent()
    {
        var intent = Assert.Single(Pg($$"""
            [assembly: SchemaOptions("sales", RenamedFrom = "\"my.shop\"")]
            [Table("t", Schema = "sales")] public class T { {{Id}} }
            """).Model.Intents);
        Assert.Equal((IntentKind.RenamedFrom, "schema sales", "my.shop", true),
            (intent.Kind, intent.Subject.ToString(), intent.Former.Value, intent.FormerSchema.IsEmpty));
    }

    [Fact]
    public void Places_are_found_in_two_schemas()
    {
        var locations = Pg($$"""
            [Table("t")] public class T { {{Id}} }
            [Table("t", Schema = "sales")] public class U { {{Id}} }
            """).Locations;
        QualifiedName[] names = [new("t"), new(new("sales"), new("t"))];
        Assert.Equal([1, 2], names.Select(n => locations[ObjectId.Top(ObjectKind.Table, n)].Line));
    }

    [Fact]
    public void Names_have_a_class_for_each_schema() => Golden.Verify(Pg($$"""
        [Table("orders")] public class Own { {{Id}} [Index(Name = "ix")] public int Schema { get; set; } }
        [Table("orders", Schema = "sales")] public class Order { {{Id}} public int Schema { get; set; } }
        [Table("sales", Schema = "sales")] public class Sale { {{Id}} }
        [Table("sales")] public class Sales { {{Id}} }
        [Table("table", Schema = "1st \"x\"")] public class Odd { {{Id}} }
        """).Names);

    [Fact]
    public void The_names_of_a_schema_may_stand_in_several_files()
    {
        var classes = Enumerable.Range(0, 200).Select(i => $$"""[Table("t{{i}}", Schema = "sales")] public class T{{i}} { {{Id}} }""");
        var generated = Pg(string.Join("\n", classes));
        Assert.True(generated.Result.GeneratedTrees.Count(t => t.FilePath.Contains("Names", StringComparison.Ordinal)) > 1);
        Assert.Empty(generated.Output.GetDiagnostics().Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));
        Assert.Equal(200, generated.Output.GetTypeByMetadataName("Shop.Schema+Sales")!.GetTypeMembers().Length);
    }

    private static Generated Pg(string source) => Generated.From(Project.Of(source) with { Providers = "PostgreSql" });

    private static IEnumerable<string> Names(Generated generated) =>
        generated.Models.Select(m => $"{string.Join(",", m.Providers)}: {string.Join(" ", m.Objects.Select(o => o.Name))}");

    private static async Task Verify(string source, string expected)
    {
        Assert.Empty((await Analyzed.Diagnostics(Project.Of(source) with { Providers = "PostgreSql" })).Select(d => d.ToString()));
        var objects = Pg(source).Model.Objects;
        var indexes = objects.SelectMany(o => o.Children.OfType<Model.Objects.Index>().Select(i => ObjectId.Of(o.Name, i)));
        var found = objects.Select(ObjectId.Of).Concat(indexes);
        Assert.Equal(expected.Split("; ").Order(StringComparer.Ordinal), found.Select(o => o.ToString()).Order(StringComparer.Ordinal));
    }
}
