namespace SchemaSync.Generators.Tests;

public sealed class GeneratorTests
{
    private const string Customer = """
        namespace Shop;

        [Table("customers")]
        public sealed class Customer
        {
            [PrimaryKey, Identity] public long Id { get; init; }
            [MaxLength(200), Unique] public required string Email { get; init; }
            [Default("CURRENT_TIMESTAMP")] public DateTime CreatedAt { get; init; }
        }
        """;

    [Fact]
    public void The_five_minute_example_becomes_a_manifest() => Golden.Verify(Generated.From(Customer).Json);

    [Fact]
    public void The_five_minute_example_becomes_names() => Golden.Verify(Generated.From(Customer).Names);

    [Fact]
    public void The_generated_code_compiles() =>
        Assert.Empty(Generated.From(Customer).Output.GetDiagnostics()
            .Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));

    [Fact]
    public void The_first_hook_of_the_assembly_has_a_place()
    {
        const string Hooks = """
            using SchemaSync;
            [assembly: BeforeSync("SELECT 1")]
            [assembly: AfterSync("SELECT 2")]
            [Table] public class Thing { [PrimaryKey] public int Id { get; set; } }
            """;
        Assert.Equal(2, Generated.From(Hooks).Locations[Intent.Run].Line);
    }
}
