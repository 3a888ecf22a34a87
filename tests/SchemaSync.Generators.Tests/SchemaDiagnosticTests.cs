using System.Globalization;

namespace SchemaSync.Generators.Tests;

/// <summary>What cannot be said of a schema, at the attribute that says it.</summary>
public sealed class SchemaDiagnosticTests
{
    private const string Id = "[PrimaryKey] public long Id { get; set; }";

    [Fact]
    public async Task A_provider_without_schemas_refuses_them()
    {
        const string provider = ProviderNames.Sqlite;
        var found = await Analyzed.Verify($$"""
            [assembly: {|SSY0012:DefaultSchema("sales")|}, DefaultSchema("", Namespace = "X")]
            [assembly: DefaultSchema("stock", Provider = Provider.PostgreSql)]
            [assembly: {|SSY0012:View("v", "SELECT 1 AS a", Schema = "sales")|}]
            [assembly: {|SSY0012:Dropped("gone", Schema = "sales")|}, {|SSY0012:Dropped("sales.gone")|}]
            [{|SSY0012:Table("t", Schema = "sales")|}] public class T { {{Id}} }
            [Table("u", Schema = "")] public class U { {{Id}} }
            [Table("w", Schema = "sales"), Table("w", Provider = Provider.{{provider}})] public class W { {{Id}} }
            """, provider);
        var words = $"class T uses the schema sales, which {provider} does not "
            + "have; remove it, or give [Table] without it for this provider";
        Assert.Contains(found, d => d.GetMessage(CultureInfo.InvariantCulture) == words);
    }

    [Theory]
    [InlineData("MySql")]
    [InlineData("MariaDb")]
    public Task A_foreign_key_leads_into_another_database_but_the_server_s_own(string provider) => Analyzed.Verify($$"""
        [Table("t")] public class T
        {
            {{Id}}
            [ForeignKey("other.customers", References = new[] { "id" }), Index] public long A { get; set; }
            [ForeignKey("other.customers"), Index] public long B { get; set; }
            [{|SSY0101:ForeignKey("mysql.user", References = new[] { "id" })|}, Index] public long C { get; set; }
            [{|SSY0101:ForeignKey("customers", References = new[] { "id" })|}, Index] public long D { get; set; }
        }
        """, provider);

    [Fact]
    public Task No_foreign_key_leads_out_of_a_file() => Analyzed.Verify($$"""
        [Table("t")] public class T
        {
            {{Id}}
            [{|SSY0012:ForeignKey("other.customers", References = new[] { "id" })|}, Index] public long A { get; set; }
        }
        """, "Sqlite");

    [Fact]
    public Task The_schema_of_a_standard_table_is_not_carried_over_there() => Analyzed.Verify($$"""
        [{|SSY0016:System.ComponentModel.DataAnnotations.Schema.Table("t", Schema = "sales")|}] public class T { {{Id}} }
        """, "Sqlite");

    [Theory]
    [InlineData("PostgreSql")]
    [InlineData("MySql")]
    [InlineData("MariaDb")]
    public Task On_a_server_it_is(string provider) => Analyzed.Verify($$"""
        [System.ComponentModel.DataAnnotations.Schema.Table("t", Schema = "sales")] public class T { {{Id}} }
        """, provider);

    [Theory]
    [InlineData("MySql")]
    [InlineData("MariaDb")]
    public Task Where_a_schema_is_a_database_it_has_no_owner_no_comment_and_no_types(string provider) => Analyzed.Verify($$"""
        [assembly: {|SSY0012:SchemaOptions("sales", Owner = "o")|}, {|SSY0012:SchemaOptions("stock", Comment = "c")|},
            SchemaOptions("more"), Dropped("old", Kind = DroppedKind.Schema)]
        [{|SSY0012:EnumType(Schema = "sales")|}] public enum State { New }
        [{|SSY0022:Table("u", Schema = "mysql")|}] public class U { {{Id}} }
        [Table("t", Schema = "sales"), RenamedFrom("old.t")] public class T { {{Id}} public State State { get; set; } }
        """, provider);

    [Theory]
    [InlineData("pg_catalog", "SSY0022")]
    [InlineData("pg_mine", "SSY0022")]
    [InlineData("information_schema", "SSY0022")]
    [InlineData(" ", "SSY0001")]
    [InlineData("__schemasync_x", "SSY0003")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g123", "SSY0002")]
    public async Task A_schema_has_a_name_that_the_server_takes(string schema, string code)
    {
        await Analyzed.Verify($$"""
            [assembly: {|{{code}}:DefaultSchema("{{schema}}", Namespace = "Nowhere")|}]
            [{|{{code}}:Table("t", Schema = "{{schema}}")|}] public class T { {{Id}} }
            [{|{{code}}:EnumType(Schema = "{{schema}}")|}] public enum E { A }
            """, "PostgreSql");
    }

    [Theory]
    [InlineData("PG_x")]
    [InlineData("public")]
    [InlineData("a.b")]
    public Task Any_other_name_is_one(string schema) => Analyzed.Verify($$"""
        [Table("t", Schema = "{{schema}}")] public class T { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public async Task A_table_of_each_tenant_does_not_come_from_a_schema_that_all_share()
    {
        var found = await Analyzed.Verify($$"""
            [Table("orders"), {|SSY0023:RenamedFrom("sales.orders")|}, RenamedFrom("\"a.b\"")]
            public class Order { {{Id}} }
            [Table("lines", Schema = "sales"), RenamedFrom("old.lines"), RenamedFrom("sales.rows"), {|SSY0022:RenamedFrom("pg_catalog.x")|}]
            public class Line { {{Id}} }
            """, "PostgreSql");
        var message = found.Single(d => d.Id == "SSY0023").GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith("[RenamedFrom] of table orders names sales.orders, which says a schema, but the table is each tenant's own",
            message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Defaults_may_not_contradict_one_another() => Analyzed.Verify("""
        [assembly: DefaultSchema("a"), {|SSY0008:DefaultSchema("b")|}, DefaultSchema("e", Provider = Provider.PostgreSql)]
        [assembly: DefaultSchema("c", Namespace = "X"), {|SSY0008:DefaultSchema("d", Namespace = "X")|}]
        """, "PostgreSql");

    [Fact]
    public Task One_name_may_be_in_two_schemas_and_not_twice_in_one() => Analyzed.Verify($$"""
        [assembly: View("t", "SELECT 1 AS a", Schema = "stock"), {|SSY0106:View("u", "SELECT 1 AS a", Schema = "sales")|}]
        [assembly: Function("f", "SELECT 1", Returns = "int"), Function("f", "SELECT 1", Returns = "int", Schema = "sales")]
        [Table("t"), Index(nameof(A), Name = "i"), Trigger("g", TriggerTiming.After, TriggerEvent.Insert, Function = "f")]
        public class T { {{Id}} public int A { get; set; } }
        [Table("t", Schema = "sales"), Index(nameof(A), Name = "i")]
        [Trigger("g", TriggerTiming.After, TriggerEvent.Insert, Function = "f")]
        public class U { {{Id}} public int A { get; set; } }
        [Table("t", Schema = "sales")] public class {|SSY0106:Again|} { {{Id}} }
        [Table("u", Schema = "sales"), {|SSY0108:Index(nameof(A), Name = "i")|}] public class W { {{Id}} public int A { get; set; } }
        """, "PostgreSql");

    [Fact]
    public Task Renames_and_drops_are_of_one_schema() => Analyzed.Verify($$"""
        [assembly: Dropped("t"), {|SSY0113:Dropped("t", Schema = "sales")|}, {|SSY0113:Dropped("sales.t")|}]
        [assembly: {|SSY0015:Dropped("sales.t", Schema = "sales")|}, {|SSY0015:Dropped("a.b.c")|}]
        [Table("t", Schema = "sales"), {|SSY0015:Dropped("c", Schema = "sales")|}] public class T { {{Id}} }
        [Table("new", Schema = "stock"), RenamedFrom("t")] public class A { {{Id}} }
        [Table("new", Schema = "sales"), {|SSY0112:RenamedFrom("t")|}] public class B { {{Id}} }
        [Table("newer", Schema = "audit"), RenamedFrom("t")] public class C { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task What_is_said_about_a_schema_fits_it() => Analyzed.Verify($$"""
        [assembly: {|SSY0001:SchemaOptions(" ")|}, {|SSY0022:SchemaOptions("pg_catalog")|}, {|SSY0001:SchemaOptions("a", Owner = " ")|}]
        [assembly: SchemaOptions("sales"), {|SSY0108:SchemaOptions("sales", Comment = "x")|}]
        [assembly: SchemaOptions("b"), {|SSY0015:Grant("SELECT", To = "r", On = "b")|}, {|SSY0015:Grant("USAGE", To = "r", On = "c")|}]
        [Table("sales")] public class T { {{Id}} [{|SSY0101:ForeignKey("b.t")|}, Index] public long A { get; set; } }
        """, "PostgreSql");

    [Fact]
    public Task What_a_schema_was_called_is_a_name_of_no_other() => Analyzed.Verify($$"""
        [assembly: SchemaOptions("a", RenamedFrom = "old"), {|SSY0112:SchemaOptions("b", RenamedFrom = "sales")|}]
        [assembly: {|SSY0015:SchemaOptions("c", RenamedFrom = "x.y")|}, {|SSY0022:SchemaOptions("d", RenamedFrom = "pg_catalog")|}]
        [Table("t", Schema = "sales")] public class T { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task Elsewhere_a_schema_keeps_its_name() => Analyzed.Verify($$"""
        [assembly: {|SSY0012:SchemaOptions("a", RenamedFrom = "old")|}]
        [Table("t")] public class T { {{Id}} }
        """, "MySql");

    [Fact]
    public Task Where_there_are_none_nothing_is_said_of_one() => Analyzed.Verify($$"""
        [assembly: {|SSY0012:SchemaOptions("sales")|}, SchemaOptions("stock", Provider = Provider.PostgreSql)]
        [Table("t")] public class T { {{Id}} }
        """, "Sqlite");

    [Fact]
    public Task A_schema_that_goes_is_named_alone_and_holds_nothing() => Analyzed.Verify($$"""
        [assembly: Dropped("old", Kind = DroppedKind.Schema), {|SSY0113:Dropped("sales", Kind = DroppedKind.Schema)|},
            {|SSY0113:Dropped("tools", Kind = DroppedKind.Schema)|}]
        [assembly: {|SSY0113:Dropped("said", Kind = DroppedKind.Schema)|},
            SchemaOptions("said"), Function("f", "SELECT 1", Returns = "int", Schema = "tools")]
        [assembly: {|SSY0015:Dropped("a.b", Kind = DroppedKind.Schema)|}, {|SSY0015:Dropped("a", Schema = "b", Kind = DroppedKind.Schema)|}]
        [assembly: {|SSY0022:Dropped("information_schema", Kind = DroppedKind.Schema)|}, {|SSY0015:Dropped("c", Kind = (DroppedKind)9)|}]
        [Table("t", Schema = "sales"), {|SSY0015:Dropped("c", Kind = DroppedKind.Schema)|}] public class T { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task Where_there_are_no_schemas_none_goes() => Analyzed.Verify($$"""
        [assembly: {|SSY0012:Dropped("old", Kind = DroppedKind.Schema)|}]
        [Table("t")] public class T { {{Id}} }
        """, "Sqlite");

    [Fact]
    public Task What_types_and_sequences_were_called_is_not_declared_and_moves_between_shared_schemas_alone() => Analyzed.Verify($$"""
        [assembly: Sequence("s", Schema = "sales"), {|SSY0112:Sequence("t", Schema = "sales", RenamedFrom = "s")|},
            Sequence("u", RenamedFrom = "v"), {|SSY0015:Sequence("w", RenamedFrom = "sales.v")|}]
        [assembly: {|SSY0022:Domain("d", "text", Schema = "sales", RenamedFrom = "pg_catalog.x")|},
            {|SSY0015:Domain("e", "text", Schema = "sales", RenamedFrom = "a.b.c")|}]
        [EnumType(Schema = "sales", RenamedFrom = "old.mood")] public enum Feeling { Good }
        [{|SSY0121:EnumType(Schema = "sales", RenamedFrom = "old.mood")|}] public enum State { Good }
        """, "PostgreSql");

    [Fact]
    public Task What_other_objects_were_called_is_a_name_alone_and_declared_no_more() => Analyzed.Verify($$"""
        [assembly: View("a", "SELECT 1 AS x"), {|SSY0112:View("b", "SELECT 1 AS x", RenamedFrom = "a")|},
            {|SSY0015:View("c", "SELECT 1 AS x", RenamedFrom = "sales.d")|}, View("e", "SELECT 1 AS x", RenamedFrom = "f")]
        [assembly: MaterializedView("m", "SELECT 1 AS x", RenamedFrom = "n"), {|SSY0121:View("g", "SELECT 1 AS x", RenamedFrom = "f")|}]
        [assembly: Function("h", "SELECT 1", Returns = "integer", RenamedFrom = "i"), Procedure("j", "SELECT 1", RenamedFrom = "k")]
        [Table("t"), Index(nameof(State), Name = "p", RenamedFrom = "q"),
            {|SSY0112:Index(nameof(Id), nameof(State), Name = "r", RenamedFrom = "p")|}]
        [Policy("s", Using = "true", RenamedFrom = "u"), {|SSY0112:Policy("v", Using = "true", RenamedFrom = "s")|},
            {|SSY0001:Policy("x", Using = "true", RenamedFrom = "")|}]
        [Trigger("w", TriggerTiming.After, TriggerEvent.Insert, Function = "h()", RenamedFrom = "y"),
            {|SSY0015:Trigger("z", TriggerTiming.After, TriggerEvent.Insert, Function = "h()", RenamedFrom = "sales.y")|}]
        public class T { {{Id}} public State State { get; set; } }
        [EnumType("state")] public enum State { Good, [EnumLabel("so-so", RenamedFrom = "middling")] Middling }
        [{|SSY0112:EnumType("mood")|}] public enum Mood { Good, [EnumLabel("better", RenamedFrom = "good")] Better }
        """, "PostgreSql");

    [Fact]
    public Task Where_no_such_object_gets_another_name_it_says_so() => Analyzed.Verify($$"""
        [assembly: {|SSY0012:View("a", "SELECT 1 AS x", RenamedFrom = "b")|}]
        [Table("t"), {|SSY0012:Index(nameof(State), Name = "p", RenamedFrom = "q")|}]
        public class T { {{Id}} public State State { get; set; } }
        [EnumType("state")] public enum State { Good, [{|SSY0012:EnumLabel("so-so", RenamedFrom = "middling")|}] Middling }
        """, "MySql");

    [Theory]
    [InlineData("stock.orders")]
    [InlineData("notes")]
    [InlineData("a.b.c")]
    [InlineData("\\\"orders")]
    public Task A_reference_to_another_schema_has_to_be_declared_there(string table) => Analyzed.Verify($$"""
        [Table("orders", Schema = "sales")] public class Order { {{Id}} }
        [Table("notes", Schema = "stock")] public class Note { {{Id}} }
        [Table("t", Schema = "sales")] public class T { {{Id}} [{|SSY0101:ForeignKey("{{table}}")|}, Index] public long A { get; set; } }
        """, "PostgreSql");

    [Fact]
    public Task A_reference_to_a_schema_in_which_nobody_declares_anything_is_left_to_others() => Analyzed.Verify($$"""
        [assembly: Function("f", "SELECT 1", Returns = "integer", Schema = "tools")]
        [Table("orders", Schema = "sales")] public class Order
        {
            {{Id}}
            [ForeignKey("auth.users"), Index] public Guid A { get; set; }
            [ForeignKey("auth.users", References = ["mail"]), Index] public string B { get; set; } = "";
            [{|SSY0101:ForeignKey("tools.users")|}, Index] public long C { get; set; }
            [{|SSY0101:ForeignKey("pg_catalog.pg_class")|}, Index] public long D { get; set; }
            [{|SSY0105:ForeignKey("auth.pairs", References = ["a", "b"])|}, Index] public long E { get; set; }
        }
        """, "PostgreSql");

    [Fact]
    public Task A_partition_is_of_one_that_is_there() => Analyzed.Verify($$"""
        [Table("t", Schema = "sales"), PartitionBy("RANGE (id)"), Partition("p", "DEFAULT", Schema = "archive", PartitionBy = "LIST (id)")]
        [{|SSY0101:Partition("q", "DEFAULT", Of = "p")|}]
        public class T { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task An_owned_sequence_is_with_its_table() => Analyzed.Verify($$"""
        [Table("t", Schema = "sales"), {|SSY0015:Sequence("s", Schema = "stock", OwnedBy = "Id")|}, Sequence("u", OwnedBy = "Id")]
        public class T { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task Types_of_both_sides_are_compared_across_schemas() => Analyzed.Verify($$"""
        [Table("orders", Schema = "sales")] public class Order { {{Id}} }
        [Table("orders")] public class Other { [PrimaryKey] public int Id { get; set; } }
        [Table("t")] public class T
        {
            {{Id}}
            [ForeignKey("sales.orders"), Index] public int {|SSY0103:A|} { get; set; }
            [ForeignKey("orders"), Index] public int B { get; set; }
        }
        """, "PostgreSql");
}
