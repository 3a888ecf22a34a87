namespace SchemaSync.Tasks.Tests;

/// <summary>When the targets of the packed package run the command line, and with which words. The command line itself is a fake here.</summary>
public sealed class TargetsTests(Feed feed)
{
    private const string Connected = "<SchemaSyncConnection>Data Source=shop.db</SchemaSyncConnection>";
    private const string Drift = "Customer.cs(10,20): error SSY1001: column customers.phone is declared but missing in the database";

    [Fact]
    public void A_build_asks_once_and_again_only_when_something_changed()
    {
        var project = new UserProject(feed, "Incremental", Connected);
        project.Write("shop.db", "");
        var cli = project.Fake();
        project.Build(cli.Property).Succeeded();
        project.Build(cli.Property).Succeeded();
        Assert.Equal([$"validate --provider Sqlite --connection Data Source=shop.db --target {project["obj/Debug/net10.0/Incremental.dll"]} --cache obj/schemasync --advice dotnet build -t:SchemaSyncApply --format msbuild --project-directory {project.Folder}"], cli.Calls);

        project.Touch("shop.db");
        project.Build(cli.Property, "--no-restore").Succeeded();
        Assert.Equal(2, cli.Calls.Count);

        // A failed check is asked again, although nothing has changed since.
        project.Touch("shop.db");
        cli.Says(Drift, 2);
        project.Build(cli.Property, "--no-restore").Failed($"{project["Customer.cs"]}(10,20): error SSY1001: column customers.phone");
        project.Build(cli.Property, "--no-restore").Failed("SSY1001");
        project.Build(cli.Property, "--no-restore", "-p:WarningsNotAsErrors=SSY1001").Succeeded().Says("warning SSY1001");
        project.Build(cli.Property, "--no-restore", "-p:NoWarn=SSY1001", "-p:TreatWarningsAsErrors=true").Succeeded().IsSilentAbout("SSY1001");

        var before = cli.Calls.Count;
        project.Dotnet(["msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", cli.Property]).Succeeded();
        project.Build(cli.Property, "--no-restore", "-p:DesignTimeBuild=true").Succeeded();
        Assert.Equal(before, cli.Calls.Count);

        cli.Says("", 7);
        project.Build(cli.Property, "--no-restore").Failed("error SSY0955");
        cli.Says("", 0);
        project.Build(cli.Property, "--no-restore").Succeeded();
        project.Build(cli.Property, "--no-restore", "-p:ContinuousIntegrationBuild=true").Succeeded();
        Assert.Equal(before + 3, cli.Calls.Count);

        // A backup that is put back is older than the last answer, and another database all the same.
        File.SetLastWriteTimeUtc(project["shop.db"], DateTime.UtcNow.AddDays(-1));
        project.Build(cli.Property, "--no-restore").Succeeded();
        project.Build(cli.Property, "--no-restore").Succeeded();
        Assert.Equal(before + 4, cli.Calls.Count);
    }

    [Fact]
    public void Publish_applies_last_and_does_not_fail_on_what_it_repairs()
    {
        var project = new UserProject(feed, "Publishing", Connected + "<SchemaSyncOnPublish>Apply</SchemaSyncOnPublish><SchemaSyncAllow>SSY0402;SSY0407</SchemaSyncAllow>");
        project.Write("shop.db", "");
        var cli = project.Fake("SchemaSync: 1 step applied");
        project.Publish(cli.Property).Succeeded().Says("SchemaSync: 1 step applied");
        Assert.EndsWith($"--target {project["obj/Release/net10.0/Publishing.dll"]} --cache obj/schemasync --yes --allow SSY0402;SSY0407 --format msbuild --project-directory {project.Folder}", Assert.Single(cli.Calls), StringComparison.Ordinal);

        project.Publish(cli.Property, "--no-build").Succeeded().Says("SchemaSync: 1 step applied");
        project.Publish(cli.Property, "--no-build", "-p:SchemaSyncOnPublish=None").Succeeded().Says("SchemaSync: no database was changed");
        cli.Says("", 0);
        project.Publish(cli.Property, "--no-build", "-p:SchemaSyncOnPublish=Script").Succeeded().Says("Publishing.sqlite.sql");
        Assert.Equal(["sync", "sync", "script"], cli.Calls.Select(c => c.Split(' ')[0]));

        cli.Says("schemasync : error SSY0205: cannot open shop.db: no", 1);
        project.Publish(cli.Property, "--no-build").Failed("error SSY0205: cannot open shop.db");
    }

    [Fact]
    public void Several_frameworks_ask_once()
    {
        var project = new UserProject(feed, "Frameworks", Connected, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>");
        project.Write("shop.db", "");
        var cli = project.Fake();
        project.Build(cli.Property).Succeeded();
        Assert.Single(cli.Calls);
        project.Build(cli.Property, "--no-restore", "-t:SchemaSyncAccept").Succeeded().Says("wrote schema/sqlite.snapshot.json");
        Assert.Contains("accept --provider Sqlite --target", Assert.Single(cli.Calls.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_values_are_errors_with_codes()
    {
        var project = new UserProject(feed, "Wrong");
        var cli = project.Fake();
        var file = project["Wrong.csproj"];
        project.Build(cli.Property).Succeeded();
        Assert.Empty(cli.Calls);
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncOnBuild=Sometimes").Failed($"{file} : error SSY0950: the property SchemaSyncOnBuild is 'Sometimes'; use one of None, Offline, Validate");
        project.Publish(cli.Property, "-p:SchemaSyncOnPublish=aply").Failed("error SSY0950: the property SchemaSyncOnPublish is 'aply'");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncOnBuild=Validate").Failed("error SSY0952");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncOnBuild=Offline").Failed("error SSY0954: there is no committed snapshot schema/sqlite.snapshot.json");
        project.Build(cli.Property, "--no-restore", "-t:SchemaSyncApply", "-p:SchemaSyncProvider=").Failed("error SSY0957");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncProvider=\"Sqlite;MySql\"", "-p:SchemaSyncConnection=x", "-p:SchemaSyncOnBuild=Validate").Failed("error SSY0953");
        project.Build(project.Fake().Property + "x", "--no-restore", "-p:SchemaSyncConnection=x").Failed("error SSY0956");
        project.Dotnet(["msbuild", "-t:SchemaSyncApply", "-p:NoBuild=true", "-p:Configuration=Other", "-p:SchemaSyncConnection=x", cli.Property]).Failed("error SSY0958");
        Assert.Empty(cli.Calls);
    }
}
