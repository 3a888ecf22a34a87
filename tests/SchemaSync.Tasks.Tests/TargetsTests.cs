namespace SchemaSync.Tasks.Tests;

/// <summary>When the targets of the packed package run the command line, and with
/// which words. The command line itself is a fake here.</summary>
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
        Assert.Equal(
            [$"validate --provider Sqlite --connection Data Source=shop.db --target {project["obj/Debug/net10.0/Incremental.dll"]} "
                + $"--cache obj/schemasync --advice dotnet build -t:SchemaSyncApply --format msbuild --project-directory {project.Folder}"],
                cli.Calls);

        project.Touch("shop.db");
        project.Build(cli.Property, "--no-restore").Succeeded();
        Assert.Equal(2, cli.Calls.Count);

        // A failed check is asked again, although nothing has changed since.
        project.Touch("shop.db");
        cli.Says(Drift, 2);
        project.Build(cli.Property, "--no-restore").Failed($"{project["Customer.cs"]}(10,20): error SSY1001: column customers.phone");
        project.Build(cli.Property, "--no-restore").Failed("SSY1001");
        project.Build(cli.Property, "--no-restore", "-p:WarningsNotAsErrors=SSY1001").Succeeded().Says("warning SSY1001");
        project.Build(cli.Property, "--no-restore", "-p:NoWarn=SSY1001", "-p:TreatWarningsAsErrors=true")
            .Succeeded().IsSilentAbout("SSY1001");

        var before = cli.Calls.Count;
        project.Dotnet(["msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", cli.Property]).Succeeded();
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
        var project = new UserProject(feed, "Publishing",
            Connected + "<SchemaSyncOnPublish>Apply</SchemaSyncOnPublish><SchemaSyncAllow>SSY0402;SSY0407</SchemaSyncAllow>");
        project.Write("shop.db", "");
        var cli = project.Fake("SchemaSync: 1 step applied");
        project.Publish(cli.Property).Succeeded().Says("SchemaSync: 1 step applied");
        Assert.EndsWith(
            $"--target {project["obj/Release/net10.0/Publishing.dll"]} --cache obj/schemasync --yes --allow SSY0402;SSY0407 --format "
                + $"msbuild --project-directory {project.Folder}", Assert.Single(cli.Calls), StringComparison.Ordinal);

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
        foreach (var flag in new[] { "SchemaSyncValidateAlways", "SchemaSyncPublishing", "SchemaSyncRequireValidation" })
            project.Build(cli.Property, "--no-restore", $"-p:{flag}=sometimes")
                .Failed($"{file} : error SSY0950: the property {flag} is 'sometimes'; use one of true, false");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncOnBuild=Sometimes")
            .Failed($"{file} : error SSY0950: the property SchemaSyncOnBuild is 'Sometimes'; use one of None, Offline, Validate");
        project.Publish(cli.Property, "-p:SchemaSyncOnPublish=aply").Failed("error SSY0950: the property SchemaSyncOnPublish is 'aply'");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncOnBuild=Validate").Failed("error SSY0952");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncOnBuild=Offline")
            .Failed("error SSY0954: there is no committed snapshot schema/sqlite.snapshot.json");
        project.Build(cli.Property, "--no-restore", "-t:SchemaSyncApply", "-p:SchemaSyncProvider=").Failed("error SSY0957");
        project.Build(cli.Property, "--no-restore", "-p:SchemaSyncProvider=\"Sqlite;MySql\"", "-p:SchemaSyncConnection=x",
            "-p:SchemaSyncOnBuild=Validate").Failed("error SSY0953");
        project.Build(project.Fake().Property + "x", "--no-restore", "-p:SchemaSyncConnection=x").Failed("error SSY0956");
        project.Dotnet(["msbuild", "-t:SchemaSyncApply", "-p:NoBuild=true", "-p:Configuration=Other", "-p:SchemaSyncConnection=x",
            cli.Property]).Failed("error SSY0958");
        Assert.Empty(cli.Calls);
    }

    [Fact]
    public void An_answer_holds_for_the_question_that_was_asked_and_for_no_other()
    {
        var project = new UserProject(feed, "Questions", "<SchemaSyncProvider>PostgreSql</SchemaSyncProvider>");
        var cli = project.Fake();
        Run Build(string connection, params string[] arguments) =>
            project.Dotnet(["build", cli.Property, .. arguments], ("SCHEMASYNC_CONNECTION", connection));

        Build("Host=one;Password=a").Succeeded();
        Build("Host=one;Password=a", "--no-restore").Succeeded();
        Assert.Single(cli.Calls);
        Build("Host=two;Password=a", "--no-restore").Succeeded();
        Assert.Equal(2, cli.Calls.Count);
        Assert.DoesNotContain(Directory.EnumerateFiles(project["obj"], "*", SearchOption.AllDirectories),
            f => File.ReadAllText(f).Contains("Host=two", StringComparison.Ordinal));

        // Every word that means true to MSBuild.
        foreach (var yes in new[] { "true", "True", "yes", "on" })
            Build("Host=two;Password=a", "--no-restore", $"-p:SchemaSyncValidateAlways={yes}").Succeeded();
        Assert.Equal(6, cli.Calls.Count);

        // Somebody asked in between, and the answer was no.
        cli.Says(Drift, 2);
        Build("Host=two;Password=a", "--no-restore", "-t:SchemaSyncValidate").Failed("SSY1001");
        Build("Host=two;Password=a", "--no-restore").Failed("SSY1001");

        // A difference that was made less of an error is told by each build, and stops the build once nobody makes it less.
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SSY1001.severity = warning\n");
        Build("Host=two;Password=a", "--no-restore").Succeeded().Says("warning SSY1001");
        Build("Host=two;Password=a", "--no-restore").Succeeded().Says("warning SSY1001");
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SSY1001.severity = none\n");
        Build("Host=two;Password=a", "--no-restore").Succeeded().IsSilentAbout("SSY1001");
        File.Delete(project[".editorconfig"]);
        Build("Host=two;Password=a", "--no-restore").Failed("SSY1001");
    }

    [Fact]
    public void A_pipeline_that_compares_nothing_says_so()
    {
        var project = new UserProject(feed, "Unseen");
        var cli = project.Fake();
        project.Build(cli.Property).Succeeded().IsSilentAbout("SSY0959");
        foreach (var variable in new[] { "CI", "TF_BUILD" })
            project.Dotnet(["build", "--no-restore", cli.Property], (variable, "true")).Succeeded()
                .Says($"{project["Unseen.csproj"]} : warning SSY0959: the schema for Sqlite was compared with nothing");
        project.Dotnet(["build", "--no-restore", cli.Property, "-p:SchemaSyncOnBuild=None"], ("CI", "true"))
            .Succeeded().IsSilentAbout("SSY0959");
        project.Dotnet(["build", "--no-restore", cli.Property, "-p:NoWarn=SSY0959"], ("CI", "true")).Succeeded().IsSilentAbout("SSY0959");
        project.Build("--no-restore", cli.Property, "-p:SchemaSyncRequireValidation=true")
            .Failed($"{project["Unseen.csproj"]} : error SSY0960: SchemaSyncRequireValidation is true");
        project.Build("--no-restore", cli.Property, "-p:SchemaSyncRequireValidation=true", "-p:SchemaSyncOnBuild=None")
            .Failed("error SSY0960");

        // A project of a solution whose properties are shared, and that declares nothing, is no business of this check.
        project.Write("Customer.cs", "namespace Shop; public sealed class Customer;");
        project.Dotnet(["build", "--no-restore", cli.Property, "-p:SchemaSyncRequireValidation=true"], ("CI", "true"))
            .Succeeded().IsSilentAbout("SSY09");
        Assert.Empty(cli.Calls);
    }
}
