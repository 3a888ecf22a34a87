namespace SchemaSync.Tasks.Tests;

/// <summary>A project whose schema a DbContext of EF Core declares.</summary>
public sealed class DbContextTests(Feed feed)
{
    private const string Found = "this schema was already found clean; see";

    [Fact]
    public void A_web_application_publishes_what_its_context_declares()
    {
        var project = Shop("DbShop");
        project.Publish("-p:SchemaSyncOnPublish=Apply").Succeeded().Says("SchemaSync: add table customers");
        var shop = new ShopDatabase(project["shop.db"]);
        Assert.Single(shop.Read("SELECT name FROM sqlite_schema WHERE name = 'IX_customers_Email'"));

        // Nothing has changed: the application is not even started.
        project.Build().Succeeded();
        var again = project.Build("-v:detailed").Succeeded();
        Assert.True(again.Count(Found) == 2, again.Output);
        Assert.True(again.Count("schemasync.import.clean") > 0, again.Output);

        shop.Do("ALTER TABLE customers DROP COLUMN Phone");
        project.Build()
            .Failed("DbShop.csproj : error SSY1001: column customers.Phone is declared but missing in the database shop.db");
        project.Replace("Program.cs", "public string? Phone", "public string? Nick { get; set; } public string? Phone");
        project.Build().Failed("error SSY1001: column customers.Nick is declared but missing");
        project.Publish("-p:SchemaSyncOnPublish=Script").Succeeded().Says("the script is");
        project.Publish("-p:SchemaSyncOnPublish=Apply", "--no-build").Succeeded().Says("SchemaSync: applied 2 changes to shop.db");
        project.Build().Succeeded().IsSilentAbout("SSY");
    }

    [Fact]
    public void A_committed_snapshot_is_that_of_the_context()
    {
        var project = Shop("DbAccepted", connection: "");
        project.Dotnet(["build"], ("CI", "true")).Succeeded().Says("warning SSY0959");
        project.Build("-t:SchemaSyncAccept").Succeeded().Says("SchemaSync: wrote schema/sqlite.snapshot.json");
        project.Build().Succeeded().IsSilentAbout("SSY");
        project.Replace("Program.cs", "public string? Phone", "public string? Nick { get; set; } public string? Phone");
        project.Build().Failed("error SSY1001: column customers.Nick is declared but missing in the committed snapshot");
    }

    [Fact]
    public void What_the_context_is_asked_in_vain_stands_at_the_project()
    {
        var project = Shop("DbWrong");
        project.Build("-p:SchemaSyncDbContext=Nobody").Failed("DbWrong.csproj : error SSY0966: DbWrong holds not exactly one DbContext");
        project.Build("-p:SchemaSyncProvider=PostgreSql", "-p:SchemaSyncConnection=", "-p:SchemaSyncOnBuild=Offline",
            "-p:SchemaSyncSnapshotFile=Program.cs").Failed("error SSY0952");
        project.Build("-p:SchemaSyncProvider=Sqlite%3BPostgreSql", "-p:SchemaSyncOnBuild=Offline")
            .Failed("error SSY0953: SchemaSyncDbContext is for one provider");
        // Attributes would mean nothing there, so there are none.
        project.Write("Other.cs", "[SchemaSync.Table(\"others\")] public class Other { }");
        project.Build().Failed("error CS0246");
    }

    [Fact]
    public void A_library_with_a_factory_is_asked_itself()
    {
        var project = Shop("DbLibrary");
        project.Replace("DbLibrary.csproj", "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk");
        project.Write("Program.cs", project.Read("Program.cs").Split("// The model.")[1].Insert(0, "using Microsoft.EntityFrameworkCore;"));
        project.Write("Factory.cs", """
            using Microsoft.EntityFrameworkCore;

            public class Factory : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<ShopContext>
            {
                public ShopContext CreateDbContext(string[] args) =>
                    new(new DbContextOptionsBuilder<ShopContext>().UseSqlite("Data Source=none.db").Options);
            }
            """);
        project.Build("-t:SchemaSyncApply").Succeeded().Says("SchemaSync: add table customers");
        project.Build().Succeeded().IsSilentAbout("SSY");
        Assert.False(File.Exists(project["none.db"]));
    }

    private UserProject Shop(string name, string connection = "Data Source=shop.db")
    {
        var project = new UserProject(feed, name);
        File.Delete(project["Customer.cs"]);
        project.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <SchemaSyncProvider>Sqlite</SchemaSyncProvider>
                <SchemaSyncConnection>{connection}</SchemaSyncConnection>
                <SchemaSyncDbContext>ShopContext</SchemaSyncDbContext>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SchemaSync.Build" Version="[{feed.Version}]" PrivateAssets="all" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.15" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="10.0.15" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        project.Write("appsettings.json", """{ "ConnectionStrings": { "Shop": "Data Source=shop.db" } }""");
        project.Write("Program.cs", """
            using Microsoft.EntityFrameworkCore;

            var builder = WebApplication.CreateBuilder(args);
            var connection = builder.Configuration.GetConnectionString("Shop") ?? throw new InvalidOperationException("no shop");
            builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite(connection));
            builder.Build().Run();

            // The model.
            [System.ComponentModel.DataAnnotations.Schema.Table("customers")]
            public class Customer
            {
                public int Id { get; set; }
                public string Email { get; set; } = "";
                public string? Phone { get; set; }
            }

            public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
            {
                public DbSet<Customer> Customers => Set<Customer>();

                protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().HasIndex(c => c.Email).IsUnique();
            }
            """);
        return project;
    }
}
