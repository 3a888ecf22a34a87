namespace SchemaSync.Tasks.Tests;

/// <summary>Who brings the database of a library forward: the app that is published, the library itself, or a solution; once, last, and not
/// when something before has failed.</summary>
public sealed class PublishedAppsTests(Feed feed)
{
    private const string Apply =
        "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    private const string Broken = "<Target Name=\"Broken\" AfterTargets=\"Publish\"><Error Text=\"cannot deploy\" /></Target></Project>";

    [Fact]
    public void An_app_brings_the_database_of_its_library_forward_after_everything_else_wherever_it_is_published_from()
    {
        // The name of one project is a part of the other's.
        var (data, app) = (Library("Named/Data"), App("Named/Web.Data"));
        app.Refer(data);
        var database = new ShopDatabase(data["shop.db"]);
        app.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Assert.Equal(["customers"], database.Tables);
        File.Delete(database.File);
        data.Publish("../Web.Data", "--no-restore").Succeeded().Says("SchemaSync: applied 1 change to shop.db").IsSilentAbout("SSY");

        // A build of the app still compares, and so does one of the library; each names what to run from there.
        File.Delete(database.File);
        app.Build("--no-restore").Failed("run dotnet publish ../Data to add it");
        data.Build("--no-restore").Failed("run dotnet publish to add it");

        File.WriteAllText(Path.Combine(feed.Folder, "Named/Directory.Build.targets"), $"<Project>{Broken}");
        app.Publish("--no-restore").Failed("cannot deploy").IsSilentAbout("SchemaSync: ");
        Assert.False(File.Exists(database.File));
        File.Delete(Path.Combine(feed.Folder, "Named/Directory.Build.targets"));
        app.Dotnet(["pack", "-p:PackAsTool=true", "-p:SchemaSyncOnBuild=None", "-p:IsPackable=true"]).IsSilentAbout("SchemaSync: ");
        Assert.False(File.Exists(database.File));
    }

    [Fact]
    public void An_app_without_the_package_is_told_what_to_do_and_so_is_one_that_shall_not_publish_the_library()
    {
        var (data, app) = (Library("Without/Data"), App("Without/Web", hasPackage: false));
        app.Refer(data);
        app.Publish().Failed("error SSY1001: table customers is declared but missing in the database shop.db; "
                + "run dotnet publish ../Data to add it")
            .Says($"{data["Data.csproj"]} : error SSY0961: the project that is published refers to Data, which owns this database, and "
                + "does not have the package SchemaSync.Build, so its publish cannot change it; add the package to it, or run "
                + "dotnet publish ../Data first");
        Assert.False(File.Exists(app["bin/Release/net10.0/publish/Web.dll"]));
        app.Publish("../Data", "--no-restore").Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        app.Publish("--no-restore").Succeeded().IsSilentAbout("SSY");

        var prepared = App("Without/Worker").Refer(data);
        File.Delete(data["shop.db"]);
        prepared.Publish("-p:SchemaSyncPublishWith=Self").Failed("error SSY1001: table customers is declared but missing")
            .IsSilentAbout("SSY0961");
        prepared.Publish("--no-restore", "-p:SchemaSyncPublishWith=Else")
            .Failed("error SSY0950: the property SchemaSyncPublishWith is 'Else'; use one of App, Self");
        prepared.Publish("--no-restore", "-p:SchemaSyncOnPublish=Script").Succeeded().Says("SchemaSync: no database was changed");
        Assert.Contains("CREATE TABLE", prepared.Read("bin/Release/net10.0/publish/Data.sqlite.sql"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_brings_its_databases_forward_once_after_all_its_projects()
    {
        var solution = new UserSolution(feed, "Several.Apps", "");
        var data = Library("Several.Apps/Data");
        var other = Library("Several.Apps/Audit");
        var web = App("Several.Apps/Web", hasPackage: false).Refer(data);
        var worker = App("Several.Apps/Worker").Refer(data, other);
        var free = App("Several.Apps/Free", hasPackage: false);
        solution.Hold(data, web, worker, free, other);
        Run Publish(params string[] arguments) => solution.Dotnet("publish", arguments);

        var published = Publish().Succeeded().IsSilentAbout("SSY");
        Assert.Equal(2, published.Count("SchemaSync: applied 1 change to shop.db"));
        Assert.Equal(1, published.Count("Web/bin/Release/net10.0/publish/"));
        foreach (var name in new[] { "Web", "Worker", "Free", "Data", "Audit" })
            Assert.True(published.Position($"{name} -> ", last: true) < published.Position("SchemaSync: applied"), published.Output);
        Assert.Equal(["customers"], new ShopDatabase(data["shop.db"]).Tables);

        // Nobody deploys a library; its apps are published all the same.
        File.Delete(data["shop.db"]);
        data.Replace("Data.csproj", "</PropertyGroup>", "<IsPublishable>false</IsPublishable></PropertyGroup>");
        Assert.Equal(1, Publish("--no-restore", "-m:1").Succeeded().Count("SchemaSync: applied 1 change to shop.db"));
        File.Delete(data["shop.db"]);
        worker.Publish("--no-restore").Succeeded().Says("SchemaSync: applied 1 change to shop.db");

        File.Delete(data["shop.db"]);
        free.Replace("Free.csproj", "</Project>", Broken);
        Publish("--no-restore").Failed("cannot deploy").IsSilentAbout("SchemaSync: applied");
        Assert.False(File.Exists(data["shop.db"]));
    }

    private UserProject Library(string name)
    {
        var project = new UserProject(feed, name, Apply);
        if (project.Name != "Data") project.Replace("Customer.cs", "customers", project.Name.ToLowerInvariant());
        return project;
    }

    private UserProject App(string name, bool hasPackage = true)
    {
        var project = new UserProject(feed, name, "<OutputType>Exe</OutputType><SchemaSyncProvider></SchemaSyncProvider>");
        File.Delete(project["Customer.cs"]);
        project.Write("Program.cs", "System.Console.WriteLine(\"ready\");");
        if (!hasPackage)
            project.Replace($"{project.Name}.csproj",
                $"<PackageReference Include=\"SchemaSync.Build\" Version=\"[{feed.Version}]\" PrivateAssets=\"all\" />", "");
        return project;
    }
}
