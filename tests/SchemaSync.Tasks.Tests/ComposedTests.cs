using System.Text.RegularExpressions;

namespace SchemaSync.Tasks.Tests;

/// <summary>One schema out of several projects: real solutions, the packed package, SQLite.</summary>
public sealed partial class ComposedTests(Feed feed)
{
    private const string Owner =
        "<OutputType>Exe</OutputType><SchemaSyncConnection>Data "
            + "Source=shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    private const string Order = """
        using SchemaSync;

        namespace Shop.Orders;

        public enum Note { Open, Closed }

        [Table("orders")]
        public sealed class Order
        {
            [PrimaryKey, Identity] public long Id { get; set; }
            [ForeignKey(typeof(Shop.Customer)), Index] public long CustomerId { get; set; }
            public Note Note { get; set; }
        }
        """;

    [Fact]
    public void A_library_and_an_app_are_one_schema_whose_errors_stand_where_they_are_declared()
    {
        var library = new UserProject(feed, "ComposedLibrary");
        var app = App("ComposedApp", library);
        var database = new ShopDatabase(app["shop.db"]);
        app.Publish().Succeeded().Says("SchemaSync: applied 2 changes to shop.db");
        Assert.Equal(["customers", "orders"], database.Tables);
        Assert.Equal(["customers"], database.Read("SELECT \"table\" FROM pragma_foreign_key_list('orders')"));
        app.Build("--no-restore").Succeeded();

        database.Do("ALTER TABLE customers DROP COLUMN phone");
        app.Build("--no-restore")
            .Failed($"{library["Customer.cs"]}(10,20,10,25): error SSY1001: column "
                + "customers.phone is declared but missing in the database shop.db");
        app.Publish("--no-restore").Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Assert.Contains("phone", database.Columns("customers"));

        // The committed snapshot holds the whole schema as well.
        app.Build("--no-restore", "-t:SchemaSyncAccept").Succeeded();
        app.Build("--no-restore", "-p:SchemaSyncOnBuild=Offline", "-p:SchemaSyncOwner=ComposedApp").Succeeded();
        library.Replace("Customer.cs", "Phone", "Mobile");
        app.Build("--no-restore", "-p:SchemaSyncOnBuild=Offline", "-p:SchemaSyncOwner=ComposedApp")
            .Failed($"{library["Customer.cs"]}(10,20,10,26): error SSY1001: column customers.mobile ");
    }

    [Fact]
    public void Three_modules_and_a_host_are_validated_and_published_by_the_owner_that_the_solution_names()
    {
        const string Shared =
            "<SchemaSyncConnection>Data "
                + "Source=$(MSBuildThisFileDirectory)shop.db</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";
        var solution = new UserSolution(feed, "Modules", Shared);
        var core = solution.Add("Core", "Core.cs", """
            namespace Core;
            [Table("customers")] public class Customer { [PrimaryKey, Identity] public long Id { get; set; } public string? Phone { get; set; } }
            """);
        var sales = solution.Add("Sales", "Sales.cs", """
            namespace Sales;
            [Table("orders"), View("open_orders", "SELECT id FROM orders")]
            public class Order { [PrimaryKey, Identity] public long Id { get; set; } [ForeignKey(typeof(Core.Customer)), Index] public long CustomerId { get; set; } }
            """).Refer(core);
        var stock = solution.Add("Stock", "Stock.cs", """
            namespace Stock;
            [Table("items")] public class Item { [PrimaryKey, Identity] public long Id { get; set; } [ForeignKey(typeof(Core.Customer)), Index] public long? ReservedFor { get; set; } }
            """).Refer(core);
        var host = solution.Add("Host", "Program.cs", "System.Console.WriteLine(typeof(Sales.Order).Name + typeof(Stock.Item).Name);",
            "<OutputType>Exe</OutputType>").Refer(sales, stock);
        var database = new ShopDatabase(Path.Combine(solution.Folder, "shop.db"));

        // Core comes first and knows nothing of the others; the solution does.
        solution.Dotnet("build")
            .Failed($"{core["Core.csproj"]} : error SSY0916: Host and Core, whose schema it holds, both name a database; say which one "
                + "owns it with <SchemaSyncOwner>Host</SchemaSyncOwner>");
        solution.Properties(Shared + "<SchemaSyncOwner>Hots</SchemaSyncOwner>");
        solution.Dotnet("build", "--no-restore")
            .Failed("error SSY0917: SchemaSyncOwner is 'Hots', and no project of this solution is called that");
        solution.Properties(Shared + "<SchemaSyncOwner>Host</SchemaSyncOwner>");
        core.Dotnet(["build", "--no-restore", "-t:SchemaSyncApply"])
            .Failed("error SSY0918: Core is a part of the schema that Host owns (SchemaSyncOwner); run this on Host");

        host.Publish("--no-restore").Succeeded().Says($"SchemaSync: applied 4 changes to {database.File}");
        Assert.Equal(["customers", "items", "orders"], database.Tables);
        solution.Dotnet("build", "--no-restore").Succeeded().IsSilentAbout("SSY");
        database.Do("DROP VIEW open_orders; DROP INDEX ix_items_reserved_for; ALTER TABLE customers DROP COLUMN phone");
        solution.Dotnet("build", "--no-restore", "-m:2")
            .Failed($"{core["Core.cs"]}(2,113,2,118): error SSY1001: column customers.phone ")
            .Says($"{sales["Sales.cs"]}(2,19,2,63): error SSY1001: view open_orders ")
            .Says($"{stock["Stock.cs"]}(2,146,2,157): error SSY1001: index items.ix_items_reserved_for ");
        host.Publish("--no-restore").Succeeded();
        solution.Dotnet("build", "--no-restore").Succeeded();
    }

    [Fact]
    public void A_package_of_a_library_is_a_part_like_its_project()
    {
        var library = new UserProject(feed, "PackedPart");
        library.Write("Entity.cs",
            "using SchemaSync; namespace Shop; public abstract class Entity { [PrimaryKey, Identity] public long Id { get; set; } "
                + "[Unique] public required string Code { get; set; } }");
        library.Dotnet(["pack", "-o", feed.Own, "-p:Version=1.2.3"]).Succeeded();
        var app = App("PackageApp");
        app.Replace("PackageApp.csproj", "</ItemGroup>", "<PackageReference Include=\"PackedPart\" Version=\"1.2.3\" /></ItemGroup>");
        app.Write("Note.cs", "[SchemaSync.Table(\"notes\")] public sealed class Note : Shop.Entity { public string? Text { get; set; } }");
        app.Publish().Succeeded().Says("SchemaSync: applied 3 changes to shop.db");
        var database = new ShopDatabase(app["shop.db"]);
        Assert.Equal(["customers", "notes", "orders"], database.Tables);
        // What a base class of the package says travels with it.
        Assert.Equal(["id", "code", "text"], database.Columns("notes"));
        Assert.Equal(["u"], database.Read("SELECT origin FROM pragma_index_list('notes')"));

        // Its source is nowhere on this machine: the place is in words.
        database.Do("ALTER TABLE customers DROP COLUMN phone");
        app.Build("--no-restore")
            .Failed($"{app["PackageApp.csproj"]} : error SSY1001: column customers.phone is declared but missing in the database shop.db")
            .Says("(declared in PackedPart, Customer.cs line 10)");
    }

    [Fact]
    public void An_assembly_that_comes_as_project_and_as_package_is_not_chosen_by_chance()
    {
        var library = new UserProject(feed, "TwicePart");
        library.Dotnet(["pack", "-o", feed.Own, "-p:PackageId=Twice.Package"]).Succeeded();
        var app = App("TwiceApp", library);
        app.Replace("TwiceApp.csproj", "</ItemGroup>", "<PackageReference Include=\"Twice.Package\" Version=\"1.0.0\" /></ItemGroup>");
        app.Publish().Succeeded();

        // The build system takes the package, whatever the project says by now.
        library.Replace("Customer.cs", "public string? Phone", "public string? Mobile");
        app.Build("--no-restore").Failed($"{app["TwiceApp.csproj"]} : error SSY0914: TwicePart is referred to as ")
            .Says(library["bin/Debug/net10.0/TwicePart.dll"]);
    }

    [Fact]
    public void A_table_of_two_projects_and_projects_for_different_providers_are_told_by_the_compiler_in_both_files()
    {
        var solution = new UserSolution(feed, "Clashing", "");
        var sales = solution.Add("ClashSales", "Sales.cs",
            "[Table(\"customers\")] public class Customer { [PrimaryKey] public long Id { get; set; } }");
        var app = solution.Add("ClashApp", "App.cs",
            "[Table(\"customers\")] public class Person { [PrimaryKey] public long Id { get; set; } }").Refer(sales);
        app.Build().Failed(
            $"{app["App.cs"]}(1,53): error SSY0130: table customers in ClashApp "
                + "has the name of table customers (Sales.cs, line 1) in ClashSales;")
            .Says($"{sales["Sales.cs"]}(1,53): error SSY0130: table customers in ClashSales has the name of table customers in ClashApp;");

        app.Write("App.cs",
            "[assembly: SchemaSync.LeaveOut(\"ClashSales\")] [SchemaSync.Table(\"customers\")] public class Person { "
                + "[SchemaSync.PrimaryKey] public long Id { get; set; } }");
        app.Build("--no-restore").Succeeded();
        app.Write("App.cs", "public class Nothing;");
        app.Build("--no-restore").Succeeded();
        sales.Replace("ClashSales.csproj", "</PropertyGroup>", "<SchemaSyncProvider>PostgreSql</SchemaSyncProvider></PropertyGroup>");
        app.Build("--no-restore")
            .Failed("error SSY0131: ClashSales declares its schema for PostgreSql only, and ClashApp composes it for Sqlite");
        app.Build("--no-restore", "-p:SchemaSyncCompose=None").Succeeded();
        app.Build("--no-restore", "-p:SchemaSyncCompose=All")
            .Failed("error SSY0950: the property SchemaSyncCompose is 'All'; use one of References, None");
        app.Build("--no-restore", "-p:SchemaSyncCompose=None", "-p:SchemaSyncNames=All")
            .Failed("error SSY0950: the property SchemaSyncNames is 'All'; use one of Internal, Public, None");
        app.Build("--no-restore", "-p:SchemaSyncCompose=None", "-p:SchemaSyncNamesClass=My-Names")
            .Failed("error SSY0950: the property SchemaSyncNamesClass is 'My-Names'; use the name of a class");
    }

    [Fact]
    public void An_owner_of_several_frameworks_is_asked_about_once_and_again_when_a_part_changes()
    {
        const string Frameworks = "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>";
        var library = new UserProject(feed, "FrameworksPart", "<SchemaSyncProvider></SchemaSyncProvider>", Frameworks);
        var app = new UserProject(feed, "FrameworksOwner", "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>", Frameworks)
            .Refer(library);
        app.Write("Customer.cs", Order);
        app.Write("shop.db", "");
        var cli = app.Fake();
        app.Build(cli.Property).Succeeded();
        app.Build(cli.Property, "--no-restore").Succeeded();
        var call = Assert.Single(cli.Calls);
        Assert.Contains($" --reference {library["bin/Debug/"]}", call, StringComparison.Ordinal);
        Assert.EndsWith($"/FrameworksPart.dll --project FrameworksPart={library.Folder}", call, StringComparison.Ordinal);

        library.Replace("Customer.cs", "Phone", "Mobile");
        app.Build(cli.Property, "--no-restore").Succeeded();
        Assert.Equal(2, cli.Calls.Count);
        // A moved line and another body are no question to the database.
        library.Replace("Customer.cs", "[Table", "\n\n[Table");
        app.Build(cli.Property, "--no-restore").Succeeded();
        Assert.Equal(2, cli.Calls.Count);
    }

    [Fact]
    public void The_page_on_projects_goes_as_written()
    {
        var page = Repository.Read("docs/projects.md");
        var files = Shown().Matches(page).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var solution = new UserSolution(feed, "Page", "");
        File.WriteAllText(Path.Combine(solution.Folder, "Directory.Build.props"), files["Directory.Build.props"]);
        var sales = solution.Add("Sales", "Customer.cs", "");
        sales.Write("Customer.cs", files["Sales/Customer.cs"]);
        var app = solution.Add("App", "Order.cs", "", "<OutputType>Exe</OutputType>").Refer(sales);
        app.Write("Order.cs", files["App/Order.cs"]);
        app.Write("Program.cs", "System.Console.WriteLine(typeof(App.Order).Name);");
        Assert.Equal(3, files.Count);

        Run.Dotnet(solution.Folder, ["publish", "App"]).Succeeded();
        var database = new ShopDatabase(Path.Combine(solution.Folder, "shop.db"));
        Assert.Equal(["customers", "orders"], database.Tables);
        database.Do("DROP TABLE customers; CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT)");
        var promise = Promise().Match(page).Groups[1].Value;
        Assert.NotEqual("", promise);
        solution.Dotnet("build", "--no-restore").Failed(Path.Combine(solution.Folder, promise));

        // Without MSBuild: the parts lie beside the app.
        var cli = Path.Combine(Repository.Root, "artifacts/cli/any/schemasync.dll");
        string[] validate = ["validate", "--provider", "Sqlite", "--connection", $"Data Source={database.File}", "--target"];
        Run.Program("dotnet", app.Folder, [cli, .. validate, "bin/Debug/net10.0/App.dll", "--project", "Sales=../Sales"])
            .Failed(sales["Customer.cs"] + "(12,");
        Run.Program("dotnet", app.Folder, [cli, .. validate, "obj/Debug/net10.0/App.dll"])
            .Failed("SSY0915: the schema of App.dll is composed with Sales, which is not there");
        Run.Program("dotnet", app.Folder, [cli, .. validate, "obj/Debug/net10.0/App.dll", "--reference", "bin/Debug/net10.0"])
            .Failed("Sales: Customer.cs(12,");
    }

    private UserProject App(string name, params UserProject[] libraries)
    {
        var app = new UserProject(feed, name, Owner).Refer(libraries);
        app.Write("Customer.cs", Order);
        app.Write("Program.cs", "System.Console.WriteLine(new Shop.Orders.Order().Id);");
        return app;
    }

    [GeneratedRegex(@"^`([^`]+)`:\n\n```\w+\n(.*?)```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex("`(Sales/Customer.cs[^`]+)`")]
    private static partial Regex Promise();
}
