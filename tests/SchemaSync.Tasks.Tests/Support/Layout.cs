namespace SchemaSync.Tasks.Tests;

/// <summary>Projects as users lay them out, in a folder of their own.</summary>
internal sealed record Layout(string Folder, string Database)
{
    private const string Apply =
        "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    private static readonly Dictionary<string, Func<Feed, string, Layout>> Makers = new(StringComparer.Ordinal)
    {
        ["an app that declares the schema"] = App,
        ["an app of one file"] = OneFile,
        ["a library, and a web app with the package"] = (feed, name) => Library(feed, name, "Web.Data", "Microsoft.NET.Sdk.Web"),
        ["a library, and an app without the package"] = (feed, name) => Library(feed, name, "Web", package: false),
        ["a library for several frameworks, and an app"] = (feed, name) => Library(feed, name, "Web",
            frameworks: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>"),
        ["packages and outputs in one place for all"] = OnePlace,
        ["a solution of eight projects"] = Solution,
        ["a solution with filters"] = Filtered,
    };

    public static IEnumerable<string> Names => Makers.Keys;

    public static Layout Make(Feed feed, string name) => Makers[name](feed, "layout-" + Names.ToList().IndexOf(name));

    private static Layout App(Feed feed, string name)
    {
        var project = new UserProject(feed, $"{name}/App", Apply + "<OutputType>Exe</OutputType>");
        project.Write("Program.cs", "System.Console.WriteLine(new Shop.Customer().Id);");
        return new(project.Folder, project["shop.db"]);
    }

    private static Layout OneFile(Feed feed, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "app.cs"), $$"""
            #:package SchemaSync.Build@[{{feed.Version}}]
            #:property SchemaSyncProvider=Sqlite
            #:property SchemaSyncConnection=Data Source=shop.db
            #:property SchemaSyncOnPublish=Apply
            using SchemaSync;
            System.Console.WriteLine(new Customer().Id);

            [Table("customers")]
            public sealed class Customer
            {
                [PrimaryKey, Identity] public long Id { get; set; }
            }
            """);
        return new(folder, Path.Combine(folder, "shop.db"));
    }

    private static Layout Library(Feed feed, string name, string app, string sdk = "Microsoft.NET.Sdk", bool package = true,
        string frameworks = "<TargetFramework>net10.0</TargetFramework>")
    {
        var data = new UserProject(feed, $"{name}/Data", Apply, frameworks);
        var web = Plain(feed, $"{name}/{app}", sdk, package).Refer(data);
        Directory.CreateDirectory(web["Properties/PublishProfiles"]);
        web.Write("Properties/PublishProfiles/Folder.pubxml",
            "<Project><PropertyGroup><PublishDir>deployed/</PublishDir></PropertyGroup></Project>");
        return new(Path.GetDirectoryName(data.Folder)!, data["shop.db"]);
    }

    private static Layout OnePlace(Feed feed, string name)
    {
        var layout = Library(feed, name, "Web", package: false);
        var data = Path.Combine(layout.Folder, "Data/Data.csproj");
        File.WriteAllText(data, File.ReadAllText(data).Replace(Package(feed), "", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(layout.Folder, "Directory.Packages.props"), $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="SchemaSync.Build" Version="[{feed.Version}]" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(layout.Folder, "Directory.Build.props"), """
            <Project>
              <PropertyGroup><ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup>
            </Project>
            """);
        return layout;
    }

    private static Layout Solution(Feed feed, string name)
    {
        var solution = new UserSolution(feed, name, "");
        var data = new UserProject(feed, $"{name}/Data", Apply);
        var core = Plain(feed, $"{name}/Core", package: false, isLibrary: true).Refer(data);
        var orders = Plain(feed, $"{name}/Orders", package: false, isLibrary: true).Refer(core);
        UserProject[] others = [
            Plain(feed, $"{name}/Web").Refer(orders), Plain(feed, $"{name}/Worker").Refer(data), Plain(feed, $"{name}/Jobs").Refer(core),
            Plain(feed, $"{name}/Admin", package: false), Plain(feed, $"{name}/Tools", package: false).Refer(orders)];
        MayBreak(others[^1]);
        solution.Hold([data, core, orders, .. others]);
        return new(solution.Folder, data["shop.db"]);
    }

    private static Layout Filtered(Feed feed, string name)
    {
        var solution = new UserSolution(feed, name, "");
        var data = new UserProject(feed, $"{name}/Data", Apply);
        var web = Plain(feed, $"{name}/Web").Refer(data);
        var tools = Plain(feed, $"{name}/Tools", package: false);
        MayBreak(tools);
        solution.Hold(data, web, tools);
        solution.Filter("Apps.slnf", web, tools);
        solution.Filter("Data.slnf", web, data);
        solution.Filter("Others.slnf", tools);
        return new(solution.Folder, data["shop.db"]);
    }

    private static void MayBreak(UserProject project) => project.Replace($"{project.Name}.csproj", "</Project>",
        "<Target Name=\"Deploy\" AfterTargets=\"Publish\" Condition=\"'$(Broken)' == 'true'\"><Error Code=\"DEPLOY1\" Text=\"no\" />"
            + "</Target></Project>");

    private static UserProject Plain(Feed feed, string name, string sdk = "Microsoft.NET.Sdk", bool package = true, bool isLibrary = false)
    {
        var project = new UserProject(feed, name, "<SchemaSyncProvider></SchemaSyncProvider>");
        File.Delete(project["Customer.cs"]);
        var file = $"{project.Name}.csproj";
        project.Replace(file, "Microsoft.NET.Sdk", sdk);
        if (!package) project.Replace(file, Package(feed), "");
        if (!isLibrary) project.Replace(file, "<OutputType>Library</OutputType>", "<OutputType>Exe</OutputType>");
        project.Write("Program.cs", isLibrary ? "public static class Words;" : "System.Console.WriteLine(\"ready\");");
        return project;
    }

    private static string Package(Feed feed) =>
        $"<PackageReference Include=\"SchemaSync.Build\" Version=\"[{feed.Version}]\" PrivateAssets=\"all\" />";
}
