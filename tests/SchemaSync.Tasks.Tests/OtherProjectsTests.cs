using System.IO.Compression;

namespace SchemaSync.Tasks.Tests;

/// <summary>Projects that are packed, hold no table, or share a solution and a database.</summary>
public sealed class OtherProjectsTests(Feed feed)
{
    private const string Apply =
        "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    [Fact]
    public void Packing_changes_no_database_and_the_package_asks_nobody_for_SchemaSync()
    {
        var project = new UserProject(feed, "Packed", Apply + "<SchemaSyncOnBuild>None</SchemaSyncOnBuild>");
        project.Dotnet(["pack", "-o", "library"]).Succeeded();
        using (var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(project["library"]))))
        {
            using var specification = new StreamReader(package.GetEntry("Packed.nuspec")!.Open());
            Assert.DoesNotContain("SchemaSync", specification.ReadToEnd(), StringComparison.Ordinal);
            Assert.Equal(["lib/net10.0/Packed.dll"],
                package.Entries.Select(e => e.FullName).Where(e => e.EndsWith(".dll", StringComparison.Ordinal)));
        }

        project.Write("Program.cs", "System.Console.WriteLine(new Shop.Customer().Id);");
        project.Dotnet(["pack", "-o", "tool", "-p:OutputType=Exe", "-p:PackAsTool=true"]).Succeeded();
        Assert.Single(Directory.GetFiles(project["tool"]));
        Assert.False(File.Exists(project["shop.db"]));
        project.Publish("--no-restore", "-p:OutputType=Exe", "-p:PackAsTool=true").Succeeded()
            .Says("SchemaSync: applied 1 change to shop.db");
    }

    [Fact]
    public void A_project_without_declarations_has_nothing_to_do_unless_it_means_to_declare()
    {
        var project = new UserProject(feed, "Empty", Apply);
        project.Write("Customer.cs", "public sealed class Customer;");
        project.Build().Succeeded();
        project.Publish("--no-restore").Succeeded().Says("SchemaSync: Empty declares no table, so there is nothing to do");
        Assert.False(File.Exists(project["shop.db"]));

        project.Write("Customer.cs", "using SchemaSync; public sealed class Customer;");
        project.Build("--no-restore").Failed($"{project["Empty.csproj"]} : error SSY0209: ");
    }

    [Fact]
    public void Two_projects_of_a_solution_are_compared_with_one_database_at_the_same_time()
    {
        var database = new ShopDatabase(Path.Combine(feed.Folder, "both.db"));
        var connected = $"<SchemaSyncConnection>Data Source={database.File}</SchemaSyncConnection>";
        var sales = new UserProject(feed, "Sales", connected);
        var stock = new UserProject(feed, "Stock", connected);
        stock.Replace("Customer.cs", "customers", "items");
        stock.Replace("Customer.cs", "Phone", "Name");
        database.Do(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL, phone TEXT); CREATE TABLE items (id "
                + "INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL, name TEXT)");
        File.WriteAllText(Path.Combine(feed.Folder, "Both.slnx"),
            "<Solution><Project Path=\"Sales/Sales.csproj\" /><Project Path=\"Stock/Stock.csproj\" /></Solution>");
        Run Both() => Run.Dotnet(feed.Folder, ["build", "Both.slnx", "-m:2"]);

        Both().Succeeded();
        database.Do("ALTER TABLE customers DROP COLUMN phone; ALTER TABLE items DROP COLUMN name");
        Both().Failed($"{sales["Customer.cs"]}(10,20,10,25): error SSY1001: column customers.phone ")
            .Says($"{stock["Customer.cs"]}(10,20,10,24): error SSY1001: column items.name ");
    }

    [Fact]
    public void Nothing_of_the_package_is_among_the_files_of_an_app()
    {
        var library = new UserProject(feed, "Model", Apply);
        var app = new UserProject(feed, "App", "<OutputType>Exe</OutputType><SchemaSyncProvider></SchemaSyncProvider>").Refer(library);
        app.Write("Customer.cs", "System.Console.WriteLine(new Shop.Customer().Id);");
        app.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Run.Program("dotnet", app.Folder, ["bin/Release/net10.0/publish/App.dll"]).Succeeded();
        Assert.Empty(Directory.GetFiles(app["bin/Release/net10.0/publish"], "SchemaSync*"));
    }
}
