using SchemaSync.CodeFixes;

namespace SchemaSync.Generators.Tests;

public sealed class CodeFixTests
{
    [Fact]
    public async Task A_primary_key_is_put_on_Id() => Assert.Equal(
        """
        [Table]
        public class Customer
        {
            // The number.
            [PrimaryKey]
            public long Id { get; init; }
        }
        """,
        await Fixed.By(new AddAttributeFix(), """
        [Table]
        public class Customer
        {
            // The number.
            public long Id { get; init; }
        }
        """, "SSY0109"));

    [Fact]
    public async Task An_index_is_added_beside_the_foreign_key() => Assert.Equal(
        """
        [Table] public class Node
        {
            [PrimaryKey] public long Id { get; init; }
            [ForeignKey(typeof(Node)), Index] public long? ParentId { get; init; }
        }
        """,
        await Fixed.By(new AddAttributeFix(), """
        [Table] public class Node
        {
            [PrimaryKey] public long Id { get; init; }
            [ForeignKey(typeof(Node))] public long? ParentId { get; init; }
        }
        """, "SSY0114"));

    [Fact]
    public async Task An_index_for_a_composite_foreign_key_is_put_on_the_class() => Assert.Contains(
        "[Index(nameof(C), nameof(D))]",
        await Fixed.By(new AddAttributeFix(), """
        [Table]
        [PrimaryKey("A", "B"), ForeignKey(typeof(Pair), Columns = ["C", "D"])]
        public class Pair
        {
            public long A { get; init; }
            public long B { get; init; }
            public long? C { get; init; }
            public long? D { get; init; }
        }
        """, "SSY0114"), StringComparison.Ordinal);

    [Fact]
    public async Task Precision_on_SQLite_gets_a_type_of_its_own() => Assert.Contains(
        "[Precision(10, 2), Column(Type = \"TEXT\", Provider = Provider.Sqlite)] public decimal Credit",
        await Fixed.By(new AddAttributeFix(),
            "[Table] public class C { [PrimaryKey] public long Id { get; init; } [Precision(10, 2)] public decimal Credit { get; init; } }",
            "SSY0012"),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_attribute_is_written_as_short_as_the_usings_allow() => Assert.Contains(
        "[PrimaryKey] public long Id",
        await Fixed.By(new AddAttributeFix(), "[SchemaSync.Table] public class C { public long Id { get; init; } }", "SSY0109"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_rename_that_is_done_is_removed() => Assert.Equal(
        """
        [Table] public class C
        {
            [PrimaryKey] public long Id { get; init; }
            public int A { get; init; }
            [Index] public int B { get; init; }
        }
        """,
        await Fixed.By(new RemoveAttributeFix(), """
        [Table] public class C
        {
            [PrimaryKey] public long Id { get; init; }
            public int A { get; init; }
            [Index, RenamedFrom("a")] public int B { get; init; }
        }
        """, "SSY0112"));

    [Fact]
    public async Task An_attribute_that_stands_alone_is_removed_with_its_brackets() => Assert.Contains(
        "{ get; init; } public int B",
        await Fixed.By(new RemoveAttributeFix(),
            "[Table] public class C { [PrimaryKey] public long Id { get; init; } public int A { get; init; } [RenamedFrom(\"a\")] "
                + "public int B { get; init; } }", "SSY0112"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_column_becomes_the_nearest_and_keeps_its_order() => Assert.Contains(
        "Index(\"LastName DESC\")",
        await Fixed.By(new CorrectNameFix(),
            "[Table, Index(\"LastNmae DESC\")] public class C { [PrimaryKey] "
                + "public long Id { get; init; } public string? LastName { get; init; } }", "SSY0102"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_property_that_is_set_to_null_becomes_nullable() => Assert.Contains(
        "public long? ParentId",
        await Fixed.By(new MakeNullableFix(),
            "[Table] public class C { [PrimaryKey] public long Id { get; init; } [ForeignKey(typeof(C), OnDelete = "
                + "ReferentialAction.SetNull), Index] public long ParentId { get; init; } }", "SSY0118"),
        StringComparison.Ordinal);
}
