namespace SchemaSync.Generators.Tests;

/// <summary>Codes 01xx: each at the exact span.</summary>
public sealed class ModelDiagnosticTests
{
    private const string Id = "[PrimaryKey] public long Id { get; init; }";

    [Fact]
    public Task A_foreign_key_to_no_table_is_refused() => Analyzed.Verify($$"""
        public class Plain;
        [Table] public class Order { {{Id}} [{|SSY0101:ForeignKey(typeof(Plain))|}, Index] public long A { get; init; } [{|SSY0101:ForeignKey("people")|}, Index] public long B { get; init; } }
        """);

    [Fact]
    public async Task An_unknown_column_is_refused()
    {
        var found = await Analyzed.Verify($$"""
            [Table, {|SSY0102:Index("Nmae")|}, {|SSY0102:PrimaryKey("No")|}, {|SSY0102:Unique("No")|}] public class Customer { public string? Name { get; init; } }
            """);
        Assert.Contains(found, d => d.Properties.GetValueOrDefault(SuggestionProperties.Text) == "Name");
    }

    [Fact]
    public async Task A_foreign_key_joins_equal_types()
    {
        var found = await Analyzed.Verify($$"""
            [Table] public class Customer { {{Id}} }
            [Table] public class Order { {{Id}} [ForeignKey(typeof(Customer)), Index] public int {|SSY0103:CustomerId|} { get; init; } }
            """);
        Assert.Equal("order.customer_id is int32, but customer.id, which it refers to, is int64; give both the same type",
            found[0].GetMessage(null));
    }

    [Fact]
    public Task A_foreign_key_refers_to_a_key() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} public int Code { get; init; } [Unique] public int Number { get; init; } }
        [Table] public class Order
        {
            {{Id}}
            [ForeignKey(typeof(Customer), References = ["Code"]), Index] public int {|SSY0104:Code|} { get; init; }
            [ForeignKey(typeof(Customer), References = ["Number"]), Index] public int Number { get; init; }
        }
        """);

    [Fact]
    public Task A_foreign_key_to_a_table_without_a_key_is_refused() => Analyzed.Verify($$"""
        [Table] public class {|SSY0109:Customer|} { public int Code { get; init; } }
        [Table] public class Order { {{Id}} [{|SSY0104:ForeignKey(typeof(Customer))|}, Index] public int Code { get; init; } }
        """);

    [Fact]
    public Task A_foreign_key_names_as_many_columns_on_both_sides() => Analyzed.Verify($$"""
        [Table, PrimaryKey("A", "B")] public class Pair { public long A { get; init; } public long B { get; init; } }
        [Table] public class Order { {{Id}} [{|SSY0105:ForeignKey(typeof(Pair))|}, Index] public long PairId { get; init; } }
        """);

    [Fact]
    public Task Two_tables_of_one_name_are_refused() => Analyzed.Verify($$"""
        [assembly: {|SSY0106:View("CUSTOMERS", "SELECT 1")|}]
        [Table("customers")] public class Customer { {{Id}} }
        [Table("Customers")] public class {|SSY0106:Person|} { {{Id}} }
        """);

    [Fact]
    public Task Where_case_matters_two_tables_may_differ_in_case() => Analyzed.Verify($$"""
        [Table("customers")] public class Customer { {{Id}} }
        [Table("Customers")] public class Person { {{Id}} }
        """, "PostgreSql");

    [Fact]
    public Task Two_columns_of_one_name_are_refused() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} public int Age { get; init; } [Column("AGE")] public int {|SSY0107:Years|} { get; init; } }
        """);

    [Fact]
    public Task Two_indexes_of_one_name_are_refused_on_SQLite_even_across_tables() => Analyzed.Verify($$"""
        [Table, Index("A", Name = "ix")] public class X { {{Id}} public int A { get; init; } }
        [Table, {|SSY0108:Index("A", Name = "IX")|}] public class Y { {{Id}} public int A { get; init; } }
        [Table, {|SSY0108:Index("A", Name = "x")|}] public class Z { {{Id}} public int A { get; init; } }
        """);

    [Fact]
    public Task Two_constraints_or_triggers_of_one_name_are_refused() => Analyzed.Verify($$"""
        [Table, Check("id > 0", Name = "c"), {|SSY0108:Check("id > 1", Name = "c")|}, Trigger("t", TriggerTiming.After, TriggerEvent.Insert, "SELECT 1")] public class X { {{Id}} }
        [Table, {|SSY0108:Trigger("t", TriggerTiming.After, TriggerEvent.Insert, "SELECT 1")|}] public class Y { {{Id}} }
        """);

    [Fact]
    public Task A_table_without_a_primary_key_is_warned_of() => Analyzed.Verify("""
        [Table] public class {|SSY0109:Customer|} { public long Id { get; init; } }
        """);

    [Fact]
    public Task A_table_without_columns_is_refused() => Analyzed.Verify("""
        [Table] public class {|SSY0110:Customer|};
        """);

    [Fact]
    public Task A_table_has_one_primary_key() => Analyzed.Verify("""
        [Table] public class Line { [PrimaryKey] public long A { get; init; } [{|SSY0111:PrimaryKey|}] public long B { get; init; } }
        """);

    [Fact]
    public Task A_rename_from_what_is_still_there_is_refused() => Analyzed.Verify($$"""
        [Table] public class Old { {{Id}} }
        [Table, {|SSY0112:RenamedFrom("old")|}] public class Customer { {{Id}} public int A { get; init; } [{|SSY0112:RenamedFrom("a")|}] public int B { get; init; } [RenamedFrom("c0")] public int C { get; init; } }
        """);

    [Fact]
    public Task A_drop_of_what_is_still_there_is_refused() => Analyzed.Verify($$"""
        [assembly: {|SSY0113:Dropped("customer")|}]
        [Table, {|SSY0113:Dropped("a")|}, Dropped("b")] public class Customer { {{Id}} public int A { get; init; } }
        """);

    [Fact]
    public Task A_foreign_key_without_an_index_is_warned_of() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} }
        [Table] public class Order { {{Id}} [ForeignKey(typeof(Customer))] public long {|SSY0114:CustomerId|} { get; init; } }
        [Table, PrimaryKey("CustomerId", "Id")] public class Note { public long Id { get; init; } [ForeignKey(typeof(Customer))] public long CustomerId { get; init; } }
        """);

    [Fact]
    public Task An_index_that_another_one_serves_is_warned_of() => Analyzed.Verify($$"""
        [Table, Index("A", "B")] public class Customer { {{Id}} [Index] public int {|SSY0115:A|} { get; init; } [Index(Where = "b > 0")] public int B { get; init; } [Unique, Index] public int {|SSY0115:C|} { get; init; } }
        """);

    [Fact]
    public async Task A_type_that_is_regretted_later_is_pointed_out()
    {
        var found = await Analyzed.Verify("""
            [Table] public class Order
            {
                [PrimaryKey, Identity] public int {|SSY0122:Id|} { get; init; }
                public DateTime {|SSY0122:PlacedAt|} { get; init; }
                public DateTimeOffset PaidAt { get; init; }
                [Column(Type = "timestamp(3) without time zone")] public DateTime {|SSY0122:SentAt|} { get; init; }
                [Column(Type = "timestamp(3) with time zone")] public DateTime SeenAt { get; init; }
                [Column(Type = "JSON")] public string? {|SSY0122:Note|} { get; init; }
                [Column(Type = "jsonb")] public string? Body { get; init; }
                [Column(Type = "char(2)[]")] public string? {|SSY0122:Countries|} { get; init; }
                [Column(Type = "money")] public decimal {|SSY0122:Paid|} { get; init; }
                public double {|SSY0122:UnitPrice|} { get; init; }
                [Column(Type = "real")] public float {|SSY0122:Fee|} { get; init; }
                public decimal Amount { get; init; }
                public double PricelessWeight { get; init; }
                public char Grade { get; init; }
                public int Count { get; init; }
            }
            """, "PostgreSql");
        Assert.All(found, d => Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, d.Severity));
        Assert.Contains(found,
            d => d.GetMessage(
                null) == "order.id is int32: its numbers end at 2147483647 or before, "
                    + "and a larger type later rewrites the table; better long");
    }

    [Fact]
    public Task A_provider_that_keeps_whole_numbers_in_64_bits_has_keys_enough() => Analyzed.Verify("""
        [Table] public class Order { [PrimaryKey, Identity] public int Id { get; init; } public DateTime PlacedAt { get; init; } public float {|SSY0122:Amount|} { get; init; } }
        """);

    [Fact]
    public Task A_key_that_nobody_numbers_may_be_small() => Analyzed.Verify("""
        [Table] public class Country { [PrimaryKey] public short Id { get; init; } }
        [Table] public class Order { [PrimaryKey, Identity] public int {|SSY0122:Id|} { get; init; } public DateTime PlacedAt { get; init; } }
        """, "MySql");

    [Fact]
    public Task Without_rowid_needs_a_key_that_is_not_numbered() => Analyzed.Verify("""
        [Table, {|SSY0116:WithoutRowid|}] public class A { [PrimaryKey, Identity] public long Id { get; init; } }
        [Table, {|SSY0116:WithoutRowid|}] public class {|SSY0109:B|} { public long Id { get; init; } }
        """);

    [Fact]
    public Task A_strict_table_admits_few_types() => Analyzed.Verify($$"""
        [Table, Strict] public class Customer { {{Id}} [Column(Type = "VARCHAR(20)")] public string? {|SSY0117:Name|} { get; init; } [Column(Type = "text")] public string? Other { get; init; } }
        """);

    [Fact]
    public Task Set_null_needs_a_nullable_column() => Analyzed.Verify($$"""
        [Table] public class Node
        {
            {{Id}}
            [ForeignKey(typeof(Node), OnDelete = ReferentialAction.SetNull), Index] public long {|SSY0118:ParentId|} { get; init; }
            [ForeignKey(typeof(Node), OnDelete = ReferentialAction.SetNull), Index] public long? NextId { get; init; }
        }
        """);

    [Fact]
    public Task A_computed_column_is_no_key() => Analyzed.Verify("""
        [Table] public class Customer { [PrimaryKey, Computed("a + 1")] public long {|SSY0119:Id|} { get; init; } public long A { get; init; } }
        """);

    [Fact]
    public Task A_trigger_fits_its_target() => Analyzed.Verify($$"""
        [View("v", "SELECT 1 AS a"), {|SSY0120:Trigger("t1", TriggerTiming.After, TriggerEvent.Insert, "SELECT 1")|}] public class V;
        [Table]
        [{|SSY0120:Trigger("t2", TriggerTiming.InsteadOf, TriggerEvent.Insert, "SELECT 1")|}]
        [{|SSY0120:Trigger("t3", TriggerTiming.After, TriggerEvent.Insert, "SELECT 1", UpdateOf = ["Id"])|}]
        public class T { {{Id}} }
        """);

    [Fact]
    public Task Two_columns_are_not_renamed_from_one() => Analyzed.Verify($$"""
        [Table] public class Customer { {{Id}} [RenamedFrom("x")] public int A { get; init; } [{|SSY0121:RenamedFrom("x")|}] public int B { get; init; } }
        """);

    [Fact]
    public Task A_sound_schema_is_quiet() => Analyzed.Verify($$"""
        public abstract class Entity { [PrimaryKey, Identity] public long Id { get; init; } public DateTimeOffset CreatedAt { get; init; } }
        [Table] public class Customer : Entity { [MaxLength(200), Unique] public required string Email { get; init; } public List<Order> Orders { get; init; } = []; }
        [Table("orders"), Index("CustomerId", "created_at DESC")] public class Order : Entity
        {
            [ForeignKey(typeof(Customer), OnDelete = ReferentialAction.Cascade)] public long CustomerId { get; init; }
            public Customer? Customer { get; init; }
            public string Label => $"{Id}";
            [Computed("id * 2", Stored = true)] public long Twice { get; init; }
        }
        """, "Sqlite;PostgreSql;MySql;MariaDb");
}
