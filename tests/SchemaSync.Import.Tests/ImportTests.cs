using SchemaSync.Cli.Tests;
using SchemaSync.Tasks.Tests;

namespace SchemaSync.Import.Tests;

/// <summary>What a DbContext declares is what EF Core makes of it, and what EF Core then works with.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Tool _tool = new();

    [Theory]
    [InlineData("create")]
    [InlineData("migrate")]
    public void A_file_that_EF_Core_made_is_equal_to_the_context(string verb)
    {
        var target = _tool.Import("LiteShopContext", "Sqlite", "--startup-assembly", Application.Web);
        Application.Exercise(Application.Web, verb, "lite", $"Data Source={_tool.File("shop.db")}");
        _tool.Ends(0, "validate", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", target);
    }

    [Fact]
    public void EF_Core_works_on_a_file_that_was_made_from_its_context()
    {
        var target = _tool.Import("LiteShopContext", "Sqlite", "--startup-assembly", Application.Web);
        _tool.Ends(0, "sync", "--yes", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", target);
        Application.Exercise(Application.Web, "try", "lite", $"Data Source={_tool.File("shop.db")}");
        _tool.Ends(0, "validate", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", target);
    }

    [Fact]
    public void A_context_that_the_application_registers_needs_no_name()
    {
        var run = _tool.Ends(0, "import", "--ef-assembly", Application.Web, "--provider", "Sqlite", "--output", _tool.File("a.json"));
        Assert.Contains("the snapshot of EfShop.LiteShopContext (2 rows of HasData left out: rows are no schema)", run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("the shop opens", run.All, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(_tool.File("a.json")),
            File.ReadAllText(_tool.Import("LiteShopContext", "Sqlite", "--startup-assembly", Application.Web)));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("migrate")]
    public void A_database_of_PostgreSQL_that_EF_Core_made_is_equal_to_the_context(string verb)
    {
        using var server = new ShopServer("PostgreSql", "15");
        _tool.With("SCHEMASYNC_CONNECTION", server.ConnectionString);
        var target = _tool.Import("PostgresShopContext", "PostgreSql");
        Application.Exercise(Application.Web, verb, "postgres", server.ConnectionString);
        _tool.Ends(0, "validate", "--provider", "PostgreSql", "--target", target);
        // Where all of it is there already, it is imported all the same, beside what is there.
        _tool.Ends(0, "diff", "--provider", "PostgreSql", "--from", target, "--to", _tool.Import("PostgresShopContext", "PostgreSql"));
    }

    [Fact]
    public void EF_Core_works_on_a_database_of_PostgreSQL_that_was_made_from_its_context()
    {
        using var server = new ShopServer("PostgreSql", "15");
        _tool.With("SCHEMASYNC_CONNECTION", server.ConnectionString);
        var target = _tool.Import("PostgresShopContext", "PostgreSql");
        _tool.Ends(0, "sync", "--yes", "--provider", "PostgreSql", "--target", target);
        Application.Exercise(Application.Web, "try", "postgres", server.ConnectionString);
        _tool.Ends(0, "validate", "--provider", "PostgreSql", "--target", target);
        server.Do("COMMENT ON COLUMN sales.orders.\"Number\" IS 'something else'");
        Assert.Contains("SSY1003", _tool.Ends(2, "validate", "--provider", "PostgreSql", "--target", target).All, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_tenant_has_the_schema_that_the_context_calls_by_one_name()
    {
        using var server = new ShopServer("PostgreSql", "15");
        _tool.With("SCHEMASYNC_CONNECTION", server.ConnectionString);
        Application.Exercise(Application.Web, "create", "tenant", server.ConnectionString);
        var target = _tool.Import("TenantContext", "PostgreSql", "--schema", "tenant");
        Assert.DoesNotContain("tenant", File.ReadAllText(target), StringComparison.Ordinal);
        _tool.Ends(0, "validate", "--provider", "PostgreSql", "--schema", "tenant", "--target", target);
        _tool.Ends(0, "sync", "--yes", "--provider", "PostgreSql", "--schema", "another", "--target", target);
        _tool.Ends(0, "validate", "--provider", "PostgreSql", "--schema", "another", "--target", target);
    }

    [Theory]
    [InlineData("MySql", "9.7", "9.7.0-mysql")]
    [InlineData("MariaDb", "11.8", "11.8.0-mariadb")]
    public void The_same_holds_for_MySQL_and_MariaDB_with_an_older_EF_Core(string provider, string version, string named)
    {
        using var created = new ShopServer(provider, version);
        using var migrated = new ShopServer(provider, version);
        using var synced = new ShopServer(provider, version);
        var target = _tool.With("EF_SHOP_SERVER", named).File("shop.json");
        _tool.Ends(0, "import", "--ef-assembly", Application.MySql, "--provider", provider, "--connection", synced.ConnectionString,
            "--output", target);
        Application.Exercise(Application.MySql, "create", "", created.ConnectionString, ("EF_SHOP_SERVER", named));
        Application.Exercise(Application.MySql, "migrate", "", migrated.ConnectionString, ("EF_SHOP_SERVER", named));
        _tool.Ends(0, "sync", "--yes", "--provider", provider, "--connection", synced.ConnectionString, "--target", target);
        Application.Exercise(Application.MySql, "try", "", synced.ConnectionString, ("EF_SHOP_SERVER", named));
        foreach (var server in new[] { created, migrated, synced })
            _tool.Ends(0, "validate", "--provider", provider, "--connection", server.ConnectionString, "--target", target);
    }

    public void Dispose() => _tool.Dispose();
}
