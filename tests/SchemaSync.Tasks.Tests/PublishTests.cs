namespace SchemaSync.Tasks.Tests;

/// <summary>The packed package with its real command line on real SQLite files.</summary>
public sealed class PublishTests(Feed feed)
{
    private const string Connected = "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>";
    private const string Apply = Connected + "<SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>";

    [Fact]
    public void A_column_dropped_by_hand_is_an_error_at_its_property_until_publish_repairs_it_and_rows_stay()
    {
        var project = new UserProject(feed, "Story", Apply);
        var database = new ShopDatabase(project["shop.db"]);
        project.Publish().Succeeded().Says("SchemaSync: applied 1 change to shop.db");
        Assert.Equal(["id", "email", "phone"], database.Columns("customers"));
        project.Build("--no-restore").Succeeded();

        database.Do(
            "INSERT INTO customers (email) VALUES ('ada@example.org'), ('bob@example.org'); ALTER TABLE customers DROP COLUMN phone");
        project.Build("--no-restore").Failed(
            $"{project["Customer.cs"]}(10,20,10,25): error SSY1001: column customers.phone is declared but missing in the database "
                + $"shop.db; run dotnet publish to add it [{project["Story.csproj"]}]");
        Assert.Equal(["id", "email"], database.Columns("customers"));

        project.Publish("--no-restore").Succeeded().Says("SchemaSync: applied 1 change to shop.db").IsSilentAbout("SSY1001");
        Assert.Equal(["id", "email", "phone"], database.Columns("customers"));
        Assert.Equal(["ada@example.org", "bob@example.org"], database.Read("SELECT email FROM customers ORDER BY id"));
        project.Build("--no-restore").Succeeded();
        project.Publish("--no-build").Succeeded().Says("SchemaSync: the Sqlite database has the schema of Story");
    }

    [Fact]
    public void A_column_that_is_no_longer_declared_is_dropped_only_when_its_hazard_is_allowed()
    {
        var project = new UserProject(feed, "Hazard", Apply);
        var database = new ShopDatabase(project["shop.db"]);
        project.Publish().Succeeded();
        database.Do("INSERT INTO customers (email, phone) VALUES ('ada@example.org', '1')");
        project.Replace("Customer.cs", "    public string? Phone { get; set; }\n", "");
        project.Build("--no-restore")
            .Failed("error SSY1002: column customers.phone is in the database shop.db "
                + "but not declared; declare it, or run dotnet publish to drop it");

        project.Publish("--no-restore").Failed($"{project["Customer.cs"]}(6,21,6,29): error SSY0506: ")
            .Says("allow it with --allow SSY0402 (in a project: <SchemaSyncAllow>SSY0402</SchemaSyncAllow>)");
        Assert.Equal(["id", "email", "phone"], database.Columns("customers"));

        project.Publish("--no-restore", "-p:SchemaSyncAllow=SSY0402", "-p:SchemaSyncOnlineChange=tool --alter={alter} {table}",
            "-p:SchemaSyncOnlineChangeRows=5").Failed("error SSY0512: ").Says("there is no such program for Sqlite");
        project.Publish("--no-restore", "-p:SchemaSyncAllow=SSY0402").Succeeded().Says("applied 1 change");
        Assert.Equal(["id", "email"], database.Columns("customers"));
        Assert.Equal(["ada@example.org"], database.Read("SELECT email FROM customers"));
    }

    [Fact]
    public void A_committed_snapshot_stands_for_the_database_offline()
    {
        var project = new UserProject(feed, "Offline");
        project.Build("-t:SchemaSyncAccept").Succeeded().Says("SchemaSync: wrote schema/sqlite.snapshot.json; commit it");
        project.Build("--no-restore").Succeeded();

        project.Replace("Customer.cs", "Phone", "Mobile");
        project.Build("--no-restore")
            .Failed($"{project["Customer.cs"]}(10,20,10,26): error SSY1001: column customers.mobile is declared but missing in the "
                + "committed snapshot schema/sqlite.snapshot.json; run dotnet build -t:SchemaSyncAccept to add it")
            .Says("column customers.phone is in the committed snapshot schema/sqlite.snapshot.json but not declared");
        project.Build("--no-restore", "-t:SchemaSyncAccept").Succeeded();
        project.Build("--no-restore").Succeeded();

        project.Replace("schema/sqlite.snapshot.json", "mobile", "telephone");
        project.Build("--no-restore").Failed($"{project["Offline.csproj"]} : error SSY0208: ");
        Assert.Empty(Directory.EnumerateFiles(project.Folder, "*.db", SearchOption.AllDirectories));
    }

    [Fact]
    public void Several_providers_have_a_committed_snapshot_each()
    {
        var project = new UserProject(feed, "Several", "<SchemaSyncProvider>Sqlite;PostgreSql</SchemaSyncProvider>");
        project.Build("-t:SchemaSyncAccept").Succeeded().Says("SchemaSync: wrote schema/sqlite.snapshot.json; commit it")
            .Says("SchemaSync: wrote schema/postgresql.snapshot.json; commit it");
        project.Build("--no-restore").Succeeded();
        File.WriteAllText(project["old.json"], project.Read("schema/postgresql.snapshot.json"));

        project.Replace("Customer.cs", "Phone", "Mobile");
        project.Build("--no-restore", "-t:SchemaSyncAccept", "-p:SchemaSyncProvider=Sqlite").Succeeded();
        project.Build("--no-restore")
            .Failed("missing in the committed snapshot schema/postgresql.snapshot.json; run dotnet build -t:SchemaSyncAccept to add it");
        project.Build("--no-restore", "-p:SchemaSyncSnapshotFile=old.json")
            .Failed("error SSY0953: SchemaSyncSnapshotFile is for one provider, and SchemaSyncProvider names several "
                + "(Sqlite;PostgreSql); leave it out, so that each has its file in the folder schema");
    }

    [Fact]
    public void A_script_is_published_in_place_of_a_change()
    {
        var project = new UserProject(feed, "Script", Connected + "<SchemaSyncOnPublish>Script</SchemaSyncOnPublish>");
        project.Publish("-o", "out").Succeeded().Says("SchemaSync: no database was changed; the script is ");
        var script = File.ReadAllText(project["out/Script.sqlite.sql"]);
        Assert.Contains("CREATE TABLE \"customers\"", script, StringComparison.Ordinal);
        Assert.False(File.Exists(project["shop.db"]));

        Run.Program("bash", Repository.Root,
            ["-c", "mapfile -t shell < <(build/servers/client.sh sqlite3); \"${shell[@]}\" \"$0\" < \"$1\"", project["shop.db"],
                project["out/Script.sqlite.sql"]]).Succeeded();
        project.Build("--no-restore").Succeeded();
        project.Build("--no-restore", "-t:SchemaSyncPlan").Succeeded();
    }
}
