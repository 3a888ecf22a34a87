namespace SchemaSync.Generators.Tests;

/// <summary>Codes 00xx: each at the exact span.</summary>
public sealed class AttributeDiagnosticTests
{
    private const string Id = "[PrimaryKey] public long Id { get; init; }";

    [Fact]
    public Task An_empty_name_is_refused() => Analyzed.Verify($$"""
        [Table("")] public class {|SSY0001:Customer|} { {{Id}} [Column(" ")] public int {|SSY0001:Age|} { get; init; } }
        """);

    [Fact]
    public Task A_name_longer_than_the_provider_keeps_is_refused() => Analyzed.Verify($$"""
        [Table("{{new string('a', 64)}}")] public class {|SSY0002:Customer|} { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task The_same_long_name_is_fine_on_SQLite() => Analyzed.Verify($$"""
        [Table("{{new string('a', 64)}}")] public class Customer { {{Id}} }
        """);

    [Theory]
    [InlineData("sqlite_log")]
    [InlineData("__schemasync_ledger")]
    public Task A_reserved_beginning_is_refused(string name) => Analyzed.Verify($$"""
        [Table("{{name}}")] public class {|SSY0003:Log|} { {{Id}} }
        """);

    [Fact]
    public Task A_generic_class_is_no_table() => Analyzed.Verify($$"""
        [Table("pairs")] public class {|SSY0004:Pair|}<T> { {{Id}} }
        """);

    [Fact]
    public Task A_property_whose_type_no_column_holds_is_refused() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} public Version {|SSY0005:Home|} { get; init; } = null!; [Ignore] public Version? Other { get; init; } }
        """);

    [Theory]
    [InlineData("\"abc\"", "int")]
    [InlineData("300", "byte")]
    [InlineData("1", "string")]
    [InlineData("\"now\"", "DateTime")]
    [InlineData("\"10\"", "DateTime")]
    [InlineData("\"x\"", "Guid")]
    [InlineData("1", "bool")]
    [InlineData("double.NaN", "double")]
    public Task A_default_of_another_type_is_refused(string value, string type) => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [{|SSY0006:Default({{value}})|}] public {{type}}? A { get; init; } }
        """);

    [Theory]
    [InlineData("5", "int")]
    [InlineData("\"0.10\"", "decimal")]
    [InlineData("0.5", "double")]
    [InlineData("true", "bool")]
    [InlineData("\"it's\"", "string")]
    [InlineData("\"CURRENT_TIMESTAMP\"", "DateTime")]
    [InlineData("\"2026-01-31\"", "DateOnly")]
    [InlineData("\"00000000-0000-0000-0000-000000000001\"", "Guid")]
    [InlineData("DayOfWeek.Monday", "DayOfWeek")]
    [InlineData("null", "int")]
    public Task A_default_that_fits_is_accepted(string value, string type) => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [Default({{value}})] public {{type}}? A { get; init; } }
        """);

    [Fact]
    public Task A_computed_column_takes_no_default() => Analyzed.Verify($$"""
        [Table] public class Line { {{Id}} [Computed("id * 2"), {|SSY0007:Default(1)|}] public long Twice { get; init; } }
        """);

    [Fact]
    public Task Two_values_for_one_thing_are_refused() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [MaxLength(10), {|SSY0008:MaxLength(20)|}] public string? Name { get; init; } }
        """);

    [Fact]
    public Task The_value_for_a_provider_wins_over_the_general_one() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [MaxLength(10), MaxLength(20, Provider = Provider.Sqlite)] public string? Name { get; init; } }
        """);

    [Fact]
    public Task Only_whole_numbers_are_numbered() => Analyzed.Verify("""
        [Table] public class Customer { [PrimaryKey, {|SSY0009:Identity|}] public Guid Id { get; init; } }
        """);

    [Fact]
    public Task On_SQLite_only_the_primary_key_is_numbered() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [{|SSY0009:Identity|}] public long Number { get; init; } }
        """);

    [Fact]
    public Task A_length_must_be_positive_and_on_a_text() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [{|SSY0010:MaxLength(0)|}] public string? Name { get; init; } [{|SSY0010:MaxLength(5)|}] public int Age { get; init; } }
        """);

    [Fact]
    public Task Digits_must_fit() => Analyzed.Verify($$"""
        [Table] public class Item { {{Id}} [{|SSY0011:Precision(2, 4)|}] public decimal Price { get; init; } [{|SSY0011:Precision(2)|}] public string? Name { get; init; } }
        """, "PostgreSql");

    [Fact]
    public async Task SQLite_has_no_precision_comments_or_arrays()
    {
        var found = await Analyzed.Verify($$"""
            [Table, {|SSY0012:Comment("People")|}]
            public class Customer
            {
                {{Id}}
                [{|SSY0012:Precision(10, 2)|}] public decimal Credit { get; init; }
                [{|SSY0012:Comment("of birth")|}] public int Year { get; init; }
                public int[] {|SSY0012:Scores|} { get; init; } = [];
            }
            """);
        Assert.Contains(found, d => d.GetMessage(null) ==
            "column customer.credit uses [Precision], which Sqlite does not have; override the type with [Column(Type = \"TEXT\", "
            + "Provider = Provider.Sqlite)]");
    }

    [Fact]
    public Task An_override_for_SQLite_makes_precision_fine() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [Precision(10, 2), Column(Type = "TEXT", Provider = Provider.Sqlite)] public decimal Credit { get; init; } }
        """);

    [Fact]
    public Task What_a_provider_lacks_is_no_error_while_no_provider_is_named() => Analyzed.Verify($$"""
        [Table, Strict] public class Customer { {{Id}} [Precision(10, 2)] public decimal Credit { get; init; } }
        """, "");

    [Fact]
    public Task Options_of_SQLite_are_refused_elsewhere() => Analyzed.Verify($$"""
        [Table, {|SSY0012:Strict|}, WithoutRowid(Provider = Provider.Sqlite)] public class Customer { {{Id}} }
        """, "Sqlite;PostgreSql");

    [Fact]
    public Task A_start_number_is_refused_on_SQLite() => Analyzed.Verify("""
        [Table] public class Customer { [PrimaryKey, {|SSY0012:Identity(Start = 100)|}] public long Id { get; init; } }
        """);

    [Fact]
    public Task A_file_that_is_not_there_is_reported() => Analyzed.Verify("""
        [assembly: {|SSY0013:View("active", File = "Sql/active.sql")|}]
        """);

    [Fact]
    public Task A_file_that_is_there_is_read() => Analyzed.Verify("""
        [assembly: View("active", File = "Sql/active.sql")]
        """, more: p => p.WithSql("Sql/active.sql", "SELECT 1"));

    [Fact]
    public Task A_view_needs_one_query() => Analyzed.Verify("""
        [assembly: {|SSY0014:View("a")|}, {|SSY0014:View("b", "SELECT 1", File = "b.sql")|}]
        """);

    [Fact]
    public Task An_attribute_at_the_wrong_place_is_reported() => Analyzed.Verify("""
        [{|SSY0015:Index("Id")|}] public class NoTable { public int Id { get; init; } }
        [Table, {|SSY0015:Index|}] public class Customer { [PrimaryKey] public int Id { get; init; } [{|SSY0015:Index("Id")|}] public int Age { get; init; } }
        """);

    [Fact]
    public Task A_number_that_is_no_action_is_reported() => Analyzed.Verify($$"""
        [Table] public class Node { {{Id}} [{|SSY0015:ForeignKey(typeof(Node), OnDelete = (ReferentialAction)9)|}, Index] public long? ParentId { get; init; } }
        """);

    [Fact]
    public Task A_length_beside_a_spelled_type_is_reported() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [Column(Type = "TEXT"), {|SSY0015:MaxLength(5)|}] public string? Name { get; init; } }
        """);

    [Fact]
    public Task A_grant_that_says_nothing_is_reported() => Analyzed.Verify($$"""
        [assembly: {|SSY0015:Grant("EXECUTE", To = "reader")|}, {|SSY0015:Grant("EXECUTE", To = "reader", On = "missing")|}]
        [Table, {|SSY0015:Grant("USAGE", To = "reader")|}, {|SSY0015:Grant("SELECT")|}, {|SSY0015:Grant("SELECT", To = "")|}, {|SSY0015:Grant(To = "reader")|}] public class A { {{Id}} }
        [Table, {|SSY0015:Grant("SELECT", To = "PUBLIC", WithGrantOption = true)|}] public class B { {{Id}} }
        [Table, {|SSY0015:Grant("NONE")|}, Grant("select", To = "reader")] public class C { {{Id}} }
        [View("v", "SELECT 1 AS a"), {|SSY0015:Grant("EXECUTE", To = "reader")|}] public class V { public int A { get; init; } }
        [EnumType, {|SSY0015:Grant("SELECT", To = "reader")|}] public enum E { One }
        [{|SSY0015:Grant("SELECT", To = "reader")|}] public class NoTable { public int Id { get; init; } }
        """, "PostgreSql");

    [Fact]
    public Task A_grant_is_refused_where_rights_are_not_managed() => Analyzed.Verify($$"""
        [Table, {|SSY0012:Grant("SELECT", To = "reader")|}] public class A { {{Id}} }
        [Table, Grant("SELECT", To = "reader", Provider = Provider.PostgreSql)] public class B { {{Id}} }
        """, "Sqlite;PostgreSql");

    [Fact]
    public Task A_grant_is_no_error_while_no_provider_is_named() => Analyzed.Verify($$"""
        [assembly: Sequence("s"), Grant("USAGE", To = "reader", On = "s")]
        [Table, Grant("SELECT", To = "reader"), Grant("NONE", On = "v"), View("v", "SELECT 1 AS a")] public class A { {{Id}} }
        """, "");

    [Fact]
    public Task What_a_standard_attribute_says_beyond_us_is_reported() => Analyzed.Verify("""
        using System.ComponentModel.DataAnnotations;
        using S = System.ComponentModel.DataAnnotations.Schema;

        [{|SSY0016:S.Table("customers", Schema = "sales")|}]
        public class Customer
        {
            [Key] public long Id { get; init; }
            [{|SSY0016:StringLength(50, MinimumLength = 3)|}] public string? Name { get; init; }
            [{|SSY0016:S.DatabaseGenerated(S.DatabaseGeneratedOption.Computed)|}] public int Total { get; init; }
        }
        """);

    [Fact]
    public async Task Columns_from_another_assembly_are_warned_of()
    {
        var library = Project.Of("public abstract class Entity { public long Id { get; set; } }") with { AssemblyName = "Library" };
        const string Source =
            "[Table, PrimaryKey(\"Id\")] public class {|SSY0017:Customer|} : Entity { public string? Name { get; init; } }";
        await Analyzed.Verify(Source, more: p => p with { MoreReferences = [library.Compile().ToMetadataReference()] });

        // What stands on the properties of a table does not travel, and a table as a base is told with that reason.
        var table = Project.Of("[Table(\"e\")] public class Entity { [PrimaryKey] public long Id { get; set; } }") with
        {
            AssemblyName = "Library",
        };
        var found = await Analyzed.Verify(Source, more: p => p.Refer(table));
        Assert.Equal(
            "class Customer takes columns from Entity of another assembly, where it is a table itself, and what stands on the "
            + "properties of a table does not travel; "
            + "move the base class into this project, or repeat its properties", found[0].GetMessage(null));
    }

    [Fact]
    public async Task An_unknown_provider_is_reported_without_a_place()
    {
        var found = await Analyzed.Diagnostics(Project.Of("") with { Providers = "Sqlite;Oracle" });
        var only = Assert.Single(found);
        Assert.Equal("SSY0018", only.Id);
        Assert.Contains("Oracle", only.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Values_for_rows_are_for_columns_that_have_to_have_one() => Analyzed.Verify("""
        [Table] public class Customer
        {
            [PrimaryKey, Identity, {|SSY0024:Backfill("1")|}] public long Id { get; init; }
            [{|SSY0024:Backfill("1")|}] public int? A { get; init; }
            [Computed("id + 1"), {|SSY0024:Backfill("1")|}] public long B { get; init; }
            [Computed("id + 1"), {|SSY0024:Column(Using = "1")|}] public long C { get; init; }
            [{|SSY0025:Backfill("customer.d")|}] public int D { get; init; }
            [{|SSY0025:Backfill("E", Provider = Provider.Sqlite)|}, Backfill("0")] public int E { get; init; }
            [Backfill("coalesce(f, 0)")] public int F { get; init; }
            [{|SSY0019:Backfill(" ")|}] public int G { get; init; }
            [{|SSY0014:Backfill|}] public int H { get; init; }
            [{|SSY0019:Column(Using = "")|}] public int I { get; init; }
            [{|SSY0015:Backfill("1", Rows = -1)|}] public int J { get; init; }
            [{|SSY0013:Backfill(File = "none.sql")|}] public int K { get; init; }
            [Ignore, {|SSY0020:Backfill("1")|}] public int L { get; init; }
        }
        """);

    [Fact]
    public Task An_object_that_is_SQL_alone_says_how_it_comes_and_goes() => Analyzed.Verify("""
        [assembly: SqlObject("a", Create = ["SELECT 1"], Drop = ["SELECT 2", "SELECT 3"], DependsOn = ["customer"])]
        [assembly: {|SSY0026:SqlObject("b", Create = ["SELECT 1"])|}, {|SSY0026:SqlObject("c", Drop = ["SELECT 1"])|}]
        [assembly: {|SSY0026:SqlObject("d", Create = ["SELECT 1"], CreateFile = "x.sql", Drop = ["SELECT 1"])|}]
        [assembly: {|SSY0013:SqlObject("e", CreateFile = "none.sql", Drop = ["SELECT 1"])|}]
        [assembly: {|SSY0013:SqlObject("f", Create = ["SELECT 1"], DropFile = "../outside.sql")|}]
        [assembly: {|SSY0019:SqlObject("g", Create = ["SELECT 1", " ; "], Drop = ["SELECT 1"])|}]
        [assembly: {|SSY0001:SqlObject(" ", Create = ["SELECT 1"], Drop = ["SELECT 1"])|}, {|SSY0026:SqlObject("h", Create = [], Drop = [])|}]
        [assembly: {|SSY0027:SqlObject("i", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["costumer"])|}]
        [assembly: {|SSY0028:SqlObject("j", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["k"])|}]
        [assembly: {|SSY0028:SqlObject("k", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["l"])|}]
        [assembly: {|SSY0028:SqlObject("l", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["j"])|}]
        [assembly: {|SSY0028:SqlObject("m", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["m"])|}]
        [assembly: SqlObject("n", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["j"], Provider = Provider.PostgreSql)]
        [Table, SqlObject("o", Create = ["SELECT 1"], Drop = ["SELECT 1"], DependsOn = ["a", "v"])]
        [View("v", "SELECT 1 AS x")] public class Customer { [PrimaryKey] public long Id { get; init; } }
        [{|SSY0015:SqlObject("p", Create = ["SELECT 1"], Drop = ["SELECT 1"])|}] public class Nothing { }
        """);

    [Fact]
    public Task Hooks_stand_on_what_changes_and_say_something() => Analyzed.Verify("""
        [assembly: AfterSync("SELECT 1"), {|SSY0019:BeforeSync(" ")|}, {|SSY0014:BeforeSync|}, {|SSY0013:AfterSync(File = "none.sql")|}]
        [assembly: {|SSY0013:AfterSync(File = "../outside.sql")|}, {|SSY0014:AfterSync("SELECT 1", File = "none.sql")|}]
        [Table, AfterSync("SELECT 2"), AfterSync("SELECT 3", Order = -1), BeforeSync("SELECT 4", Provider = Provider.Sqlite)] public class Customer
        {
            [PrimaryKey, Identity, AfterSync("SELECT 5")] public long Id { get; init; }
            [{|SSY0019:AfterSync(";")|}] public int A { get; init; }
            [Ignore, {|SSY0020:BeforeSync("SELECT 6")|}] public int B { get; init; }
        }
        [{|SSY0015:AfterSync("SELECT 7")|}] public class Nothing { }
        """);

    [Fact]
    public Task An_empty_expression_is_refused() => Analyzed.Verify($$"""
        [Table, {|SSY0019:Check("")|}] public class Customer { {{Id}} [{|SSY0019:DefaultSql(" ")|}] public int A { get; init; } }
        """);

    [Fact]
    public Task An_attribute_on_a_property_that_is_no_column_is_refused() => Analyzed.Verify($$"""
        [Table] public class Order { {{Id}} [Ignore, {|SSY0020:Index|}] public int A { get; init; } [{|SSY0020:ForeignKey("order")|}] public Order? {|SSY0029:Parent|} { get; init; } }
        """);

    [Fact]
    public Task A_part_of_an_index_that_is_not_understood_is_refused() => Analyzed.Verify($$"""
        [Table, {|SSY0021:Index("(lower(name)", Name = "a")|}, {|SSY0021:Index("lower(name)", Name = "b")|}] public class Customer { {{Id}} public string? Name { get; init; } }
        """);
}
