using System.Text.RegularExpressions;

namespace SchemaSync.Tasks.Tests;

/// <summary>Whatever is wrong is one sentence with a code, at the project, that says what to do; and nothing was changed.</summary>
public sealed partial class FailureTests(Feed feed)
{
    [Fact]
    public void Every_failure_of_a_connection_is_one_sentence_at_the_project()
    {
        var project = new UserProject(feed, "Failing", "<SchemaSyncOnBuild>Validate</SchemaSyncOnBuild>");
        project.Build("-p:SchemaSyncOnBuild=None").Succeeded();
        project.Write("corrupt.db", "this is a text of some length, and not a database");
        Directory.CreateDirectory(project["folder.db"]);

        var target = "SchemaSyncApply";
        void Fails(string sentence, params string[] properties)
        {
            var run = project.Dotnet(["msbuild", $"-t:{target}", "-p:NoBuild=true", .. properties.Select(p => "-p:" + p)]);
            run.Failed($"{project["Failing.csproj"]} : error {sentence}");
            Assert.Single(Error().Matches(run.Output).Select(m => m.Value).Distinct());
        }

        Fails("SSY0205: cannot open folder.db: it is a directory; name a file in the connection string",
            "SchemaSyncConnection=Data Source=folder.db");
        Fails("SSY0206: corrupt.db is not a Sqlite database", "SchemaSyncConnection=Data Source=corrupt.db");
        Fails($"SSY0205: cannot open no/where.db: the directory {project["no"]} does not exist; create it or correct the connection string",
            "SchemaSyncConnection=Data Source=no/where.db");
        Fails("SSY0205: cannot open the database: the connection string is not one of SQLite's; write Data Source=path",
            "SchemaSyncConnection=shop.db");
        Fails("SSY0952: this needs a database; set the property SchemaSyncConnection, or put the connection string into the "
            + "environment variable SHOP_DB", "SchemaSyncConnectionVariable=SHOP_DB");
        Fails("SSY0953: a connection is for one provider, and SchemaSyncProvider names several (Sqlite;MariaDb); choose one with "
            + "-p:SchemaSyncProvider=NAME", "SchemaSyncProvider=Sqlite%3BMariaDb", "SchemaSyncConnection=x");
        Fails("SSY0950: the property SchemaSyncProvider is 'Sqlit'; use one of PostgreSql, MySql, MariaDb, Sqlite",
            "SchemaSyncProvider=Sqlit", "SchemaSyncConnection=x");
        Fails("SSY0601: nobody/*.db names no tenant: there is no directory nobody", "SchemaSyncTenants=nobody/*.db");
        foreach (var other in new[] { "SchemaSyncValidate", "SchemaSyncPlan" })
        {
            target = other;
            Fails("SSY0205: cannot open folder.db: it is a directory; name a file in the connection string",
                "SchemaSyncConnection=Data Source=folder.db");
        }

        Assert.Equal(["corrupt.db"], Directory.GetFiles(project.Folder, "*.db").Select(Path.GetFileName));
    }

    [Fact]
    public void A_missing_or_foreign_snapshot_is_one_sentence_at_the_project()
    {
        var project = new UserProject(feed, "Snapshots", "<SchemaSyncOnBuild>Offline</SchemaSyncOnBuild>");
        var file = project["Snapshots.csproj"];
        project.Build()
            .Failed($"{file} : error SSY0954: there is no committed snapshot schema/sqlite.snapshot.json to compare with; write it "
                + "with 'dotnet build -t:SchemaSyncAccept' and commit it");
        project.Build("--no-restore", "-p:SchemaSyncSnapshotFile=Snapshots.csproj")
            .Failed($"{file} : error SSY0208: Snapshots.csproj is no snapshot that can be read: ");
        project.Build("--no-restore", "-p:SchemaSyncProvider=Sqlit")
            .Failed("error SSY0018: SchemaSyncProvider names Sqlit, which is no provider");
    }

    [Fact]
    public void Spaces_quotes_semicolons_and_letters_of_any_script_hold_in_folders_and_connections()
    {
        var project = new UserProject(feed, "it's a; ünï 数 dir",
            "<SchemaSyncConnection>Data Source='data; \"x\"/shop "
                + "ünï.db';Mode=ReadWriteCreate</SchemaSyncConnection><SchemaSyncOnPublish>Apply</SchemaSyncOnPublish>");
        Directory.CreateDirectory(project["data; \"x\""]);
        var database = new ShopDatabase(project["data; \"x\"/shop ünï.db"]);
        project.Publish().Succeeded().Says("SchemaSync: applied 1 change to ");
        Assert.Equal(["id", "email", "phone"], database.Columns("customers"));
        project.Build("--no-restore").Succeeded();
        database.Do("ALTER TABLE customers DROP COLUMN phone");
        project.Build("--no-restore").Failed($"{project["Customer.cs"]}(10,20,10,25): error SSY1001: column customers.phone ");
        project.Build("--no-restore", "-t:SchemaSyncAccept").Succeeded();
        project.Build("--no-restore", "-p:SchemaSyncConnection=").Succeeded();
        project.Publish("--no-restore", "-p:SchemaSyncOnPublish=Script").Succeeded()
            .Says("SchemaSync: no database was changed; the script is ");
    }

    [GeneratedRegex(@"error [A-Z]+\d+: .*")]
    private static partial Regex Error();
}
