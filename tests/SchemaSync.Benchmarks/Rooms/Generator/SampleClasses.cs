namespace SchemaSync.Benchmarks;

/// <summary>
/// What the classes of a sample project say: their tables in our attributes, or nothing, where the conventions of Entity Framework hold.
/// </summary>
/// <param name="Usings">The file that is about all of them.</param>
/// <param name="Context">What names them all; empty where nothing does.</param>
/// <param name="Class">One of them, by its number, the name of a property, a value in a body, and what stands before a property.</param>
internal sealed record SampleClasses(string Usings, Func<int, string> Context, Func<int, string, string, string, string> Class)
{
    /// <summary>Classes with attributes.</summary>
    public static SampleClasses Tables { get; } = new("global using System; global using SchemaSync;", _ => "", Table);

    /// <summary>The classes of a context; as much of Entity Framework as it needs is in the project itself.</summary>
    public static SampleClasses Entities { get; } = new("""
        global using System; global using System.Collections.Generic; global using SchemaSync; global using Microsoft.EntityFrameworkCore;
        [assembly: SchemaConventions(Conventions.EntityFramework)]
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { public DbSet<T> Set<T>() => new(); }
            public class DbSet<T> { }
        }
        """, Sets, Entity);

    public static SampleClasses Of(string name) => name == "entities" ? Entities : Tables;

    // Every tenth table is referred to by the nine after it; the one that is edited is not among those.
    private static string Table(int number, string total, string value, string foreign) => $$"""
        namespace Shop.Model;

        [Table("orders_{{number:0000}}"), Index("CustomerName", "CreatedAt DESC"), Comment("Orders of one kind.")]
        public sealed class Order{{number:0000}}
        {
            [PrimaryKey, Identity] public long Id { get; init; }
            [MaxLength(200), Unique] public required string Number { get; init; }
            [MaxLength(100)] public required string CustomerName { get; init; }
            [Default("CURRENT_TIMESTAMP")] public DateTime CreatedAt { get; init; }
            public DateTime? ShippedAt { get; init; }
            [Precision(18, 2), Check("{{total}} >= 0")] public decimal {{total}} { get; init; }
            public bool IsPaid { get; init; }
            public int Priority { get; init; }
            public string? Remark { get; init; }
            {{(number % 10 == 0 ? foreign : $"[ForeignKey(typeof({First(number)})), Index] ")}}public long? ParentId { get; init; }

            public int Weight() => {{value}};
        }

        """;

    private static string First(int number) => $"Order{number / 10 * 10:0000}";

    private static string Entity(int number, string total, string value, string foreign) => $$"""
        namespace Shop.Model;

        public class Order{{number:0000}}
        {
            public long Id { get; set; }
            public required string Number { get; set; }
            public required string CustomerName { get; set; }
            public DateTime CreatedAt { get; set; }
            public DateTime? ShippedAt { get; set; }
            public decimal {{total}} { get; set; }
            public bool IsPaid { get; set; }
            public int Priority { get; set; }
            public string? Remark { get; set; }
            {{(number % 10 == 0
                ? string.Concat(Enumerable.Range(number + 1, 9).Select(i => $"public List<Order{i:0000}> Lines{i} {{ get; }} = [];\n    "))
                : $"public {First(number)} Parent {{ get; set; }} = null!;")}}

            public int Weight() => {{value}};
        }

        """;

    private static string Sets(int count) => $$"""
        namespace Shop;

        using Shop.Model;

        public class ShopContext : DbContext
        {
            {{string.Concat(Enumerable.Range(0, count).Select(i => $"public DbSet<Order{i:0000}> Orders{i} => new();\n    "))}}
        }

        """;
}
