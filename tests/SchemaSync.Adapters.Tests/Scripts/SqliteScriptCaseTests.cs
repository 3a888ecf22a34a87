namespace SchemaSync.Adapters.Tests;

/// <summary>Every row of tests/cases/sqlite once more, as a script that sqlite3 runs:
/// the same end, the same refusals, and no second time.</summary>
public sealed class SqliteScriptCaseTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly IReadOnlyList<SchemaCase> Cases = [.. SchemaCase.All("sqlite").Where(c => c.Refused.Length == 0)];

    public static TheoryData<string> Names => new(Cases.Select(c => c.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Script_does_what_sync_does_and_once(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        using var live = new SqliteFile().Run(one.Before).Run(one.Rows);
        using var wanted = new SqliteFile().Run(one.After);
        var target = await SqliteCaseTests.Target(wanted, one);
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true),
            TestContext.Current.CancellationToken);
        if (one.Fails.Length > 0)
        {
            var before = SqliteOracle.Describe(live);
            (await Sqlite3.RunAsync(live, script)).StoppedWith("SchemaSync stops: ");
            Assert.Equal(before, SqliteOracle.Describe(live));
            if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
            return;
        }

        var run = await Sqlite3.RunAsync(live, script + script);
        Assert.Equal(SqliteOracle.Describe(wanted), SqliteOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true),
            TestContext.Current.CancellationToken)).IsEmpty);
        if (script.EndsWith("-- Nothing to do.\n", StringComparison.Ordinal)) return;
        run.SucceededOnce();
        var told = Assert.Single(await Engine.AuditAsync(live.Tenant, TestContext.Current.CancellationToken));
        Assert.Equal((LedgerEntry.Script, LedgerEntry.Succeeded), (told.Action, told.Outcome));
    }
}

/// <summary>sqlite3, set up by somebody who had other things in mind.</summary>
internal static class Sqlite3
{
    private static readonly Lazy<string> Home = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-sqlite3-").FullName;
        File.WriteAllText(Path.Combine(folder, ".sqliterc"), """
            .bail off
            .headers on
            .mode box
            .nullvalue 0
            PRAGMA foreign_keys = ON;
            PRAGMA legacy_alter_table = ON;
            PRAGMA ignore_check_constraints = ON;

            """);
        return folder;
    });

    public static Task<ShellRun> RunAsync(SqliteFile file, string script) => RunAsync(file.Path, script);

    public static Task<ShellRun> RunAsync(string path, string script) =>
        ProviderShell.RunAsync("sqlite3", script,
            new Dictionary<string, string> { ["HOME"] = Home.Value, ["XDG_CONFIG_HOME"] = Home.Value }, path);
}
