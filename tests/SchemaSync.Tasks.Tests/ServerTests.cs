namespace SchemaSync.Tasks.Tests;

/// <summary>The shop on servers, as README.md tells it: one property, and the connection in the environment.</summary>
public sealed class ServerTests(Feed feed)
{
    [Theory]
    [InlineData("PostgreSql", "15")]
    [InlineData("MySql", "9.7")]
    [InlineData("MariaDb", "10.11")]
    [InlineData("MariaDb", "11.8")]
    public void The_shop_moves_to_a_server_by_one_property(string provider, string version)
    {
        using var server = new ShopServer(provider, version);
        var project = UserProject.Sample(feed, "Shop", $"Shop{provider}{version}");
        Run Dotnet(string verb) =>
            project.Dotnet([verb, $"-p:SchemaSyncProvider={provider}"], ("SCHEMASYNC_CONNECTION", server.ConnectionString));

        Dotnet("publish").Succeeded().Says("SchemaSync: applied 5 changes to");
        server.Do("INSERT INTO customers (email, phone) VALUES ('ada@example.org', '1')");
        server.Do("ALTER TABLE customers DROP COLUMN phone");
        Dotnet("build").Failed("Customer.cs(10,20,10,25): error SSY1001: column customers.phone is declared but missing in the database");
        Dotnet("publish").Succeeded().Says("SchemaSync: applied 1 change to");
        Assert.Equal("ada@example.org", server.Scalar("SELECT email FROM customers WHERE phone IS NULL"));
        Dotnet("build").Succeeded().IsSilentAbout("SSY");
    }

    [Fact]
    public void A_role_a_ledger_and_what_it_keeps_are_properties()
    {
        using var server = new ShopServer("PostgreSql", "15");
        var role = $"clerk_{Guid.NewGuid():N}";
        server.Do($"CREATE ROLE {role}; GRANT {role} TO test");
        var project = UserProject.Sample(feed, "Shop", "ShopRole");
        Run Dotnet(string verb, params string[] more) => project.Dotnet([verb, "-p:SchemaSyncProvider=PostgreSql",
            "-p:SchemaSyncSchema=acme", $"-p:SchemaSyncRole={role}", "-p:SchemaSyncLedger=Shared", "-p:SchemaSyncKeepRuns=1", .. more],
            ("SCHEMASYNC_CONNECTION", server.ConnectionString));

        Dotnet("publish", "-p:SchemaSyncKeepRuns=0").Failed("error SSY0901: ");
        Dotnet("publish", "-p:SchemaSyncLedger=Beside").Failed("error SSY0901: ");
        for (var i = 0; i < 3; i++)
        {
            Dotnet("publish").Succeeded().Says("SchemaSync: applied ");
            server.Do("ALTER TABLE acme.customers DROP COLUMN phone");
        }

        Assert.Equal(role, server.Scalar("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'acme'"));
        Assert.Equal("1", server.Scalar("SELECT count(*)::text FROM __schemasync.__schemasync_ledger WHERE tenant = 'acme'"));
        Dotnet("publish", "-p:SchemaSyncOnPublish=Script").Failed("error SSY0516: ");
        server.Do($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
        UserProject.Sample(feed, "Shop", "ShopNoRole").Publish("-p:SchemaSyncRole=clerk").Failed("error SSY0606: ");
    }

    [Fact]
    public void A_password_of_a_server_reaches_no_binary_log()
    {
        using var server = new ShopServer("PostgreSql", "15");
        const string Secret = "S3cr3t-that-no-log-may-hold";
        var project = UserProject.Sample(feed, "Shop", "ShopSecret");
        project.Dotnet(["build", "-p:SchemaSyncProvider=PostgreSql", "-v:diag", "-bl:build.binlog"],
            ("SCHEMASYNC_CONNECTION", $"{server.ConnectionString};Application Name=x;Password={Secret};Username=nobody_of_that_name"))
            .Failed("error SSY0212").IsSilentAbout(Secret);
        using var log = new System.IO.Compression.GZipStream(File.OpenRead(project["build.binlog"]),
            System.IO.Compression.CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        log.CopyTo(bytes);
        Assert.True(bytes.Length > 1000);
        Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Secret)));
    }
}
