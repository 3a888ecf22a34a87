using System.Text.RegularExpressions;

namespace SchemaSync.Tasks.Tests;

/// <summary>What README.md and docs/msbuild.md promise is done here as it is written there.</summary>
public sealed partial class ReadmeTests(Feed feed)
{
    [Fact]
    public void The_five_minutes_of_the_readme_go_as_written()
    {
        var readme = Repository.Read("README.md");
        var project = new UserProject(feed, "FiveMinutes");
        var version = PackageVersion().Match(readme).Groups[1].Value;
        Assert.Contains($"<VersionPrefix>{version}</VersionPrefix>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        var settings = Block(readme, "xml").Replace($"Version=\"{version}\"", $"Version=\"[{feed.Version}]\"", StringComparison.Ordinal);
        project.Write("FiveMinutes.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              {settings}
            </Project>
            """);
        project.Write("Customer.cs", Block(readme, "csharp"));
        project.Publish().Succeeded();
        var database = new ShopDatabase(project["shop.db"]);
        Assert.Equal(["id", "email", "created_at"], database.Columns("customers"));
        database.Do("INSERT INTO customers (email) VALUES ('ada@example.org')");
        Assert.Matches(@"^\d{4}-", Assert.Single(database.Read("SELECT created_at FROM customers")));

        var added = Added().Match(readme).Groups[1].Value;
        project.Replace("Customer.cs", "\n}", $"\n    {added}\n}}");
        var promise = Promise().Match(readme);
        project.Build("--no-restore").Failed(project["Customer.cs"] + promise.Groups[1].Value);

        project.Publish("--no-restore").Succeeded();
        Assert.Equal(["id", "email", "created_at", "phone"], database.Columns("customers"));
        Assert.Equal(["ada@example.org"], database.Read("SELECT email FROM customers"));
        project.Build("--no-restore").Succeeded();

        project.Replace("Customer.cs", added, RenamedFrom().Match(readme).Value);
        project.Build("--no-restore")
            .Failed("error SSY1004: column customers.mobile is still called phone "
                + "in the database shop.db; run dotnet publish to rename it");
        project.Publish("--no-restore").Succeeded();
        Assert.Equal(["id", "email", "created_at", "mobile"], database.Columns("customers"));
    }

    [Fact]
    public void The_five_minutes_from_Entity_Framework_go_as_written()
    {
        var readme = Repository.Read("README.md");
        var part = readme.Split("### Or from Entity Framework")[1];
        var project = new UserProject(feed, "FromEntityFramework");
        project.Write("FromEntityFramework.csproj", EntityFrameworkProject(""));
        File.Delete(project["Customer.cs"]);
        project.Write("Order.cs", """
            namespace Shop;
            public class Order
            {
                public int Id { get; set; }
                public List<Line> Lines { get; } = [];
            }
            """);
        project.Write("Line.cs", """
            namespace Shop;
            public class Line { public int Id { get; set; } public string Product { get; set; } = ""; }
            """);
        project.Write("Program.cs", """
            using Microsoft.EntityFrameworkCore;
            using Shop;
            using var shop = new ShopContext();
            shop.Database.EnsureCreated();
            shop.Add(new Order { Lines = { new() { Product = "tea" } } });
            shop.SaveChanges();

            public class ShopContext : DbContext
            {
                public DbSet<Order> Orders => Set<Order>();
                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
            }
            """);
        project.Dotnet(["run"]).Succeeded();

        var settings = Block(readme, "xml");
        var version = PackageVersion().Match(readme).Groups[1].Value;
        project.Write("FromEntityFramework.csproj", EntityFrameworkProject(
            settings.Replace($"Version=\"{version}\"", $"Version=\"[{feed.Version}]\"", StringComparison.Ordinal)));
        project.Write("Conventions.cs", Block(part, "csharp"));
        project.Build().Succeeded();

        project.Replace("Order.cs", "\n    public List", $"\n    {Added().Match(part).Groups[1].Value}\n    public List");
        project.Build("--no-restore").Failed(project["Order.cs"] + EntityPromise().Match(part).Groups[1].Value);
        project.Publish("--no-restore").Succeeded();
        var database = new ShopDatabase(project["shop.db"]);
        Assert.Equal(["Id", "Note"], database.Columns("Orders"));
        Assert.Equal(["1"], database.Read("SELECT Id FROM Orders"));
        project.Build("--no-restore").Succeeded();
    }

    private static string EntityFrameworkProject(string settings) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="{EntityFrameworkVersion()}" />
          </ItemGroup>
          {settings}
        </Project>
        """;

    private static string EntityFrameworkVersion() => Regex.Match(Repository.Read("Directory.Packages.props"),
        "Include=\"Microsoft.EntityFrameworkCore.Sqlite\" Version=\"([^\"]+)\"").Groups[1].Value;

    [Fact]
    public void Every_command_of_the_page_on_MSBuild_does_what_the_page_says()
    {
        var commands = Command().Matches(Repository.Read("docs/msbuild.md")).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["dotnet build -t:SchemaSyncValidate", "dotnet build -t:SchemaSyncPlan", "dotnet build -t:SchemaSyncApply",
            "dotnet build -t:SchemaSyncAccept"], commands);
        var project = new UserProject(feed, "Commands", "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>");
        Run Do(int command) => project.Dotnet(commands[command].Split(' ')[1..]);

        Do(0).Failed(
            "error SSY1001: table customers is declared but missing in the "
                + "database shop.db; run dotnet build -t:SchemaSyncApply to add it");
        Do(1).Succeeded().Says("CREATE TABLE \"customers\"");
        Assert.False(File.Exists(project["shop.db"]));
        Do(2).Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Do(0).Succeeded();
        Do(3).Succeeded().Says("SchemaSync: wrote schema/sqlite.snapshot.json; commit it");
        Assert.Contains("\"customers\"", project.Read("schema/sqlite.snapshot.json"), StringComparison.Ordinal);
    }

    private static string Block(string page, string language) => page.Split($"```{language}\n")[1].Split("```")[0];

    [GeneratedRegex("Include=\"SchemaSync.Build\" Version=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"Add `(public [^`]+)`")]
    private static partial Regex Added();

    [GeneratedRegex(@"`Customer\.cs(\(\d+,\d+,\d+,\d+\): error SSY1001: [^`]+)`")]
    private static partial Regex Promise();

    [GeneratedRegex(@"`Order\.cs(\(\d+,\d+,\d+,\d+\): error SSY1001: [^`]+)`")]
    private static partial Regex EntityPromise();

    [GeneratedRegex(@"\[RenamedFrom[^`]+")]
    private static partial Regex RenamedFrom();

    [GeneratedRegex(@"^\| `(dotnet [^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Command();
}
