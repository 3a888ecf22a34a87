using System.Text.Json;

namespace SchemaSync.Tasks.Tests;

/// <summary>Messages lead to the page of their code: the one that the package ships, until a project names another documentation.</summary>
public sealed class HelpLinkTests(Feed feed)
{
    private const string Source = """
        [Table("orders")] public sealed class Order
        {
            [PrimaryKey] public long Id { get; set; }
            [ForeignKey(typeof(Customer))] public string CustomerId { get; set; } = "";
            [MaxLength(0)] public string Text { get; set; } = "";
        }
        """;

    [Fact]
    public void Links_lead_to_the_pages_of_the_package_wherever_it_is()
    {
        const string name = "links #1, 50% of ä";
        var project = Project(name);
        var packages = Path.Combine(feed.Folder, name, "the packages");
        project.Write("../nuget.config", $"""
            <configuration><config><add key="globalPackagesFolder" value="{packages}" /></config></configuration>
            """);

        var compiled = OfCompiler(project);
        Assert.Equal(["SSY0010", "SSY0103"], compiled.Keys.Order(StringComparer.Ordinal).Take(2));
        var built = OfBuild(project);
        Assert.Equal(["SSY0950", "SSY1001"], built.Keys.Order(StringComparer.Ordinal));
        var package = Path.Combine(packages, "schemasync.build", feed.Version);
        foreach (var (code, link) in compiled.Concat(built))
        {
            var page = new Uri(link).LocalPath;
            Assert.Equal(Path.Combine(package, "docs", "codes", code + ".md"), page);
            Assert.Equal(Repository.Read($"docs/codes/{code}.md"), File.ReadAllText(page));
            var explained = Run.Program("dotnet", project.Folder, [Path.Combine(package, "tools/cli/any/schemasync.dll"), "explain", code]);
            Assert.Equal(File.ReadAllText(page).TrimEnd(), explained.Succeeded().Output.TrimEnd());
        }
    }

    [Fact]
    public void A_project_names_another_documentation()
    {
        var project = Project("links-elsewhere");
        project.Replace("Data.csproj", "</PropertyGroup>",
            "<SchemaSyncDocumentation>https://docs.example.com/schemasync/</SchemaSyncDocumentation></PropertyGroup>");
        var links = OfCompiler(project).Concat(OfBuild(project)).ToList();
        Assert.True(links.Count >= 4);
        Assert.All(links, link => Assert.Equal($"https://docs.example.com/schemasync/codes/{link.Key}.md", link.Value));
    }

    private UserProject Project(string name)
    {
        var project = new UserProject(feed, name + "/Data", "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>");
        project.Write("Order.cs", "using SchemaSync;\nnamespace Shop;\n" + Source);
        return project;
    }

    // The compiler's own log: MSBuild reads its messages as text, which has no place for a link.
    private static Dictionary<string, string> OfCompiler(UserProject project)
    {
        project.Build("-p:ErrorLog=found.sarif%2Cversion=2.1").Failed("error SSY0103");
        using var log = JsonDocument.Parse(project.Read("found.sarif"));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        return run.GetProperty("results").EnumerateArray().Select(r => rules[r.GetProperty("ruleIndex").GetInt32()])
            .Select(r => (Code: r.GetProperty("id").GetString()!, Rule: r)).Where(r => r.Code.StartsWith("SSY", StringComparison.Ordinal))
            .DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Rule.GetProperty("helpUri").GetString()!);
    }

    private static Dictionary<string, string> OfBuild(UserProject project)
    {
        File.Delete(project["Order.cs"]);
        project.Build("--no-restore", LinkLogger.Argument(project["links.txt"])).Failed("error SSY1001");
        project.Build("--no-restore", "-p:SchemaSyncOnBuild=Never", LinkLogger.Argument(project["links.txt"])).Failed("error SSY0950");
        return File.ReadAllLines(project["links.txt"]).Distinct().Select(l => l.Split(' ', 2)).ToDictionary(l => l[0], l => l[1]);
    }
}
