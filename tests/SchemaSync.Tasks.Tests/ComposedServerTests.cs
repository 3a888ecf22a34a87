namespace SchemaSync.Tasks.Tests;

/// <summary>One schema out of several projects on servers: what one project declares and another uses, beyond tables.</summary>
public sealed class ComposedServerTests(Feed feed)
{
    [Fact]
    public void Types_functions_and_views_of_a_project_are_used_by_another_on_PostgreSQL()
    {
        using var server = new ShopServer("PostgreSql", "15");
        var solution = new UserSolution(feed, "ComposedPostgreSql",
            "<SchemaSyncProvider>PostgreSql</SchemaSyncProvider><SchemaSyncOwner>PgHost</SchemaSyncOwner>"
                + "<SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>");
        var core = solution.Add("PgCore", "Core.cs", """
            [assembly: Function("next_code", "SELECT 'c' || 1", Returns = "text")]
            namespace Core;
            [EnumType("rank")] public enum Rank { Normal, Gold }
            [CompositeType("place")] public class Place { public string? Street { get; set; } }
            [Table("customers")] public class Customer { [PrimaryKey, Identity] public long Id { get; set; } public Rank Rank { get; set; } }
            """);
        var host = solution.Add("PgHost", "Host.cs", """
            [assembly: View("gold", "SELECT id FROM customers WHERE rank = 'gold'")]
            namespace Host;
            [Table("orders")] public class Order
            {
                [PrimaryKey, Identity] public long Id { get; set; }
                [ForeignKey(typeof(Core.Customer)), Index] public long CustomerId { get; set; }
                [Default(Core.Rank.Gold)] public Core.Rank Rank { get; set; }
                [DefaultSql("next_code()")] public required string Code { get; set; }
                public Core.Place? Place { get; set; }
            }
            public static class Program { public static void Main() { } }
            """, "<OutputType>Exe</OutputType>").Refer(core);
        Run Dotnet(UserProject project, params string[] arguments) =>
            project.Dotnet(arguments, ("SCHEMASYNC_CONNECTION", server.ConnectionString));

        Dotnet(host, "publish").Succeeded().Says("SchemaSync: applied 6 changes to");
        server.Do("INSERT INTO customers (rank) VALUES ('gold'); INSERT INTO orders (customer_id) SELECT id FROM gold");
        Assert.Equal("gold c1", server.Scalar("SELECT rank || ' ' || code FROM orders"));
        Dotnet(host, "build", "--no-restore").Succeeded().IsSilentAbout("SSY");

        // Each difference at the project that declares it; nothing of the other is read or built twice.
        server.Do("ALTER TYPE rank ADD VALUE 'silver'; DROP VIEW gold");
        Dotnet(host, "build", "--no-restore", "-p:SchemaSyncValidateAlways=true").Failed($"{core["Core.cs"]}(3,").Says("enum type rank")
            .Says($"{host["Host.cs"]}(1,").Says("view gold");
    }
}
