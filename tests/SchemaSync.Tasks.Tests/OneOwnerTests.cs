namespace SchemaSync.Tasks.Tests;

/// <summary>Who asks and who is compiled when a solution of several projects is built: real
/// builds with a command line that only notes its calls.</summary>
public sealed class OneOwnerTests(Feed feed)
{
    private const string Core = """
        namespace Core;
        [Table("customers")] public class Customer { [PrimaryKey, Identity] public long Id { get; set; } public string? Phone { get; set; } }
        """;

    private const string Sales = """
        namespace Sales;
        [Table("orders")] public class Order { [PrimaryKey, Identity] public long Id { get; set; } [ForeignKey(typeof(Core.Customer)), Index] public long CustomerId { get; set; } }
        """;

    private const string Stock = """
        namespace Stock;
        [Table("items")] public class Item { [PrimaryKey, Identity] public long Id { get; set; } [ForeignKey(typeof(Core.Customer)), Index] public long? ReservedFor { get; set; } }
        """;

    private const string Shared = "<SchemaSyncConnection>Data Source=$(MSBuildThisFileDirectory)shop.db</SchemaSyncConnection>"
        + "<SchemaSyncOnPublish>Apply</SchemaSyncOnPublish><SchemaSyncOwner>Host</SchemaSyncOwner>";

    [Fact]
    public void However_many_projects_and_frameworks_a_solution_has_the_owner_asks_once_and_publishes_once()
    {
        var (solution, core, projects) = Solution("AskedOnce");
        core.Replace("Core.csproj", "<TargetFramework>net10.0</TargetFramework>",
            "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><IsPublishable>false</IsPublishable>");
        var host = projects[^1];
        var cli = host.Fake();
        solution.Dotnet("build", cli.Property, "-m:2").Succeeded();
        var call = Assert.Single(cli.Calls);
        Assert.StartsWith("validate ", call, StringComparison.Ordinal);
        foreach (var part in new[] { "Core", "Sales", "Stock" })
            Assert.Contains($"--project {part}={Path.Combine(solution.Folder, part)}", call, StringComparison.Ordinal);
        solution.Dotnet("build", cli.Property, "-m:2", "--no-restore").Succeeded().IsSilentAbout("SSY");
        Assert.Single(cli.Calls);
        solution.Dotnet("publish", cli.Property, "--no-restore").Succeeded();
        Assert.Equal(["validate", "sync"], cli.Calls.Select(c => c[..c.IndexOf(' ', StringComparison.Ordinal)]));
    }

    [Fact]
    public void Tables_that_the_owner_does_not_refer_to_are_told()
    {
        var (solution, core, projects) = Solution("NotComposed");
        var (stock, host) = (projects[1], projects[2]);
        host.Replace("Program.cs", " + typeof(Stock.Item).Name", "");
        host.Replace("Host.csproj", $"<ProjectReference Include=\"{stock["Stock.csproj"]}\" />", "");
        var cli = host.Fake();
        var run = solution.Dotnet("build", cli.Property).Succeeded()
            .Says($"{stock["Stock.csproj"]} : warning SSY0920: Stock declares a schema, and Host, which owns the database "
                + "(SchemaSyncOwner), does not refer to it");
        Assert.DoesNotContain(core["Core.csproj"] + " : warning", run.Output, StringComparison.Ordinal);

        // It has a database of its own, or the files do not tell: an import may hold the reference.
        stock.Replace("Stock.csproj", "</PropertyGroup>", "<SchemaSyncOwner>Stock</SchemaSyncOwner></PropertyGroup>");
        solution.Dotnet("build", "--no-restore", cli.Property).Succeeded().IsSilentAbout("SSY0920");
        stock.Replace("Stock.csproj", "<SchemaSyncOwner>Stock</SchemaSyncOwner>", "");
        File.WriteAllText(Path.Combine(solution.Folder, "More.targets"),
            $"<Project><ItemGroup><ProjectReference Include=\"{stock["Stock.csproj"]}\" /></ItemGroup></Project>");
        host.Replace("Host.csproj", "</Project>", "<Import Project=\"../More.targets\" /></Project>");
        solution.Dotnet("build", cli.Property).Succeeded().IsSilentAbout("SSY0920");
    }

    [Fact]
    public void An_edit_in_one_project_compiles_no_other_again_unless_it_changes_what_is_declared()
    {
        var (solution, core, projects) = Solution("OneEdited");
        var cli = projects[^1].Fake();
        core.Write("Words.cs", "namespace Core; public static class Words { public static string Greeting() => \"hello\"; }");
        Assert.Equal(["Core", "Host", "Sales", "Stock"], Rebuilt());
        Assert.Empty(Rebuilt("--no-restore"));
        core.Replace("Words.cs", "\"hello\"", "\n\n\"hi\"");
        Assert.Equal(["Core"], Rebuilt("--no-restore"));
        Assert.Single(cli.Calls);
        // Places travel with the assembly, so a declaration that moves is seen by the others; to the database it is no question.
        core.Replace("Core.cs", "[Table", "\n[Table");
        Assert.Equal(["Core", "Host", "Sales", "Stock"], Rebuilt("--no-restore"));
        Assert.Single(cli.Calls);

        Dictionary<string, DateTime> Compiled() =>
            projects.Append(core).ToDictionary(p => p.Name, p => File.GetLastWriteTimeUtc(p[$"obj/Debug/net10.0/{p.Name}.dll"]));
        string[] Rebuilt(params string[] arguments)
        {
            var before = Compiled();
            solution.Dotnet("build", [cli.Property, .. arguments]).Succeeded();
            return [.. Compiled().Where(p => before[p.Key] != p.Value).Select(p => p.Key).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void Projects_that_lead_back_to_themselves_are_refused_and_so_is_a_key_that_does()
    {
        var (solution, core, projects) = Solution("Circle");
        core.Replace("Core.cs", "public string? Phone",
            "[ForeignKey(\"orders\"), Index] public long? Latest { get; set; } public string? Phone");
        solution.Dotnet("build").Failed($"{core["Core.cs"]}(2,").Says("error SSY0101: ").Says("orders");
        // What the solution says about owners is read from the projects' files, which go in circles here.
        core.Replace("Core.cs", "[ForeignKey(\"orders\"), Index] ", "");
        core.Refer(projects[^1]);
        solution.Properties(Shared.Replace("<SchemaSyncOwner>Host</SchemaSyncOwner>", "", StringComparison.Ordinal));
        solution.Dotnet("build").Failed("error MSB4006");
        solution.Dotnet("build", "--no-restore").Failed("error MSB4006");
    }

    private (UserSolution Solution, UserProject Core, UserProject[] Others) Solution(string name)
    {
        var solution = new UserSolution(feed, name, Shared);
        var core = solution.Add("Core", "Core.cs", Core);
        var sales = solution.Add("Sales", "Sales.cs", Sales).Refer(core);
        var stock = solution.Add("Stock", "Stock.cs", Stock).Refer(core);
        var host = solution
            .Add("Host", "Program.cs", "System.Console.WriteLine(typeof(Sales.Order).Name + typeof(Stock.Item).Name);",
                "<OutputType>Exe</OutputType>").Refer(sales, stock);
        // The database is a file that is there: what has changed since the last answer is known.
        File.WriteAllText(Path.Combine(solution.Folder, "shop.db"), "");
        return (solution, core, [sales, stock, host]);
    }
}
