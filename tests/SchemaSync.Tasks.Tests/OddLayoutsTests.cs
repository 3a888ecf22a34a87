namespace SchemaSync.Tasks.Tests;

/// <summary>Projects that are laid out in ways a build system allows: several frameworks, folders with odd names, packages named in one
/// place.</summary>
public sealed class OddLayoutsTests(Feed feed)
{
    private const string Apply =
        "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    [Fact]
    public void A_library_for_several_frameworks_is_compared_once_and_says_what_works()
    {
        var data = new UserProject(feed, "Several.Frameworks/Data", Apply, "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>");
        data.Build("-m:2").Failed("run dotnet publish -f netstandard2.0 to add it").Says("Data.csproj::TargetFramework=netstandard2.0]")
            .IsSilentAbout("Data.csproj::TargetFramework=net10.0]");
        data.Build("--no-restore", "-m:1", "-t:Rebuild").Failed("error SSY1001");
        data.Publish("--no-restore", "-f", "netstandard2.0").Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        data.Build("--no-restore", "-p:ContinuousIntegrationBuild=true").Succeeded();

        // An app builds one of them, and a solution changes the database for it.
        var app = new UserProject(feed, "Several.Frameworks/Web", "<OutputType>Exe</OutputType><SchemaSyncProvider></SchemaSyncProvider>")
            .Refer(data);
        app.Write("Customer.cs", "System.Console.WriteLine(new Shop.Customer().Id);");
        File.Delete(data["shop.db"]);
        app.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        data.Replace("Data.csproj", "</PropertyGroup>", "<IsPublishable>false</IsPublishable></PropertyGroup>");
        File.Delete(data["shop.db"]);
        var solution = new UserSolution(feed, "Several.Frameworks", "");
        solution.Hold(app, data);
        var published = solution.Dotnet("publish").Succeeded().IsSilentAbout("SSY");
        Assert.True(published.Position("Web -> ", last: true) < published.Position("SchemaSync: applied 1 change"), published.Output);
        Assert.Equal(1, published.Count("SchemaSync: applied"));
    }

    [Fact]
    public void A_folder_may_be_called_anything()
    {
        const string name = "a #b;c, 50% of ä 数";
        var data = new UserProject(feed, name + "/Data", Apply);
        var app = new UserProject(feed, name + "/Web", "<OutputType>Exe</OutputType><SchemaSyncProvider></SchemaSyncProvider>");
        app.Write("Customer.cs", "System.Console.WriteLine(new Shop.Customer().Id);");
        // A project file spells these out.
        app.Replace("Web.csproj", "</ItemGroup>", "<ProjectReference Include=\"../Data/Data.csproj\" /></ItemGroup>");
        data.Build().Failed($"{data["Customer.cs"]}(6,21,6,29): error SSY1001: table customers is declared but missing");
        app.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Assert.Equal(["customers"], new ShopDatabase(data["shop.db"]).Tables);
        data.Build("--no-restore").Succeeded();
    }

    [Fact]
    public void Packages_may_be_named_in_one_place_and_outputs_be_in_one_folder()
    {
        var project = new UserProject(feed, "Central/Data", Apply);
        project.Replace("Data.csproj", $" Version=\"[{feed.Version}]\"", "");
        project.Write("../Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="SchemaSync.Build" Version="[{feed.Version}]" /></ItemGroup>
            </Project>
            """);
        project.Write("../Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput>"
            + "<ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup></Project>");
        project.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        project.Publish("--no-build").Succeeded().Says("SchemaSync: the Sqlite database has the schema of Data");
        project.Build("--no-restore").Succeeded();

        // For all projects at once: such a reference brings no assembly to compile with by itself.
        project.Replace("Data.csproj", "<PackageReference Include=\"SchemaSync.Build\" PrivateAssets=\"all\" />", "");
        project.Write("../Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="SchemaSync.Build" Version="[{feed.Version}]" /></ItemGroup>
            </Project>
            """);
        File.Delete(project["shop.db"]);
        project.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
    }
}
