using System.Diagnostics;

namespace SchemaSync.Adapters.Tests;

/// <summary>A database with rows, and targets that say what they get.</summary>
public static class FillScene
{
    public static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter()));

    public static readonly TestServer[] All = [TestServer.PostgreSql13, TestServer.PostgreSql15, TestServer.PostgreSql18,
        TestServer.MySql97, TestServer.MariaDb1011, TestServer.MariaDb118];

    /// <summary>Their names, for test data.</summary>
    public static TheoryData<string> Servers => [.. All.Select(s => s.ToString())];

    public static ExecutionOptions Anything { get; } = new()
    {
        IncludeUnmanaged = true,
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What is declared is no hazard: nothing is allowed but that MySQL writes a table again to make a column required.</summary>
    public static ExecutionOptions Strict(TestServer server, params string[] more) =>
        new() { IncludeUnmanaged = true, Policy = new([.. server.IsPostgreSql ? more : [.. more, "SSY0403"]]) };

    /// <summary>What rows get in a column.</summary>
    public static Intent Backfill(string table, string column, string sql, int? rows = null, int? pause = null) =>
        new(IntentKind.Backfill, ObjectId.In(ObjectKind.Column, new QualifiedName(table), new(column)), new(column))
        {
            Sql = sql,
            Rows = rows,
            Pause = pause,
        };

    /// <summary>What values of a column become.</summary>
    public static Intent Using(string table, string column, string sql) =>
        new(IntentKind.Convert, ObjectId.In(ObjectKind.Column, new QualifiedName(table), new(column)), new(column)) { Sql = sql };

    public static Intent Renamed(string table, string? column, string former) => new(IntentKind.RenamedFrom,
        column is null
            ? ObjectId.Top(ObjectKind.Table, new QualifiedName(table))
            : ObjectId.In(ObjectKind.Column, new QualifiedName(table), new(column)), new(former));

    /// <summary>A target that looks as these statements make it.</summary>
    public static async Task<Snapshot> WantedAsync(TestServer server, string after, params Intent[] intents)
    {
        using var wanted = server.CreateDatabase().Run(after);
        return With(await Engine.SnapshotAsync(wanted.Tenant, Token), intents);
    }

    public static Snapshot With(Snapshot state, params Intent[] intents) =>
        new() { Form = state.Form, Objects = state.Objects, Intents = [.. intents] };

    public static Task<ExecutionReport> SyncAsync(TestDatabase live, Snapshot target, ExecutionOptions? options = null) =>
        Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, options ?? Strict(live.Server), Token);

    /// <summary>Runs it, and finds nothing to do after it.</summary>
    public static async Task<ExecutionReport> DoneAsync(TestDatabase live, Snapshot target, ExecutionOptions? options = null)
    {
        var report = await SyncAsync(live, target, options);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await SyncAsync(live, target, options)).Outcome);
        return report;
    }

    public static async Task<SchemaSyncException> RefusedAsync(TestDatabase live,
        Snapshot target, string code, ExecutionOptions? options = null)
    {
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target, options));
        Assert.True(refusal.Diagnostics.Any(d => d.Entry.Code == code), refusal.Message);
        return refusal;
    }

    /// <summary>A sync in a process of its own, which dies where a fault says; gives the exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> DyingAsync(TestDatabase live, Snapshot target, string fault)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("target.json");
        await SnapshotFile.SaveAsync(file, target, Token);
        return await CrashRun.StartAsync([live.Server.Provider, live.ConnectionString, "", file], fault);
    }

    /// <summary>A sync in a process of its own, which is killed as soon as the database shows something.</summary>
    public static async Task KilledWhenAsync(TestDatabase live, Snapshot target, Func<bool> reached)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("target.json");
        await SnapshotFile.SaveAsync(file, target, Token);
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "SchemaSync.CrashHost.dll"),
            live.Server.Provider, live.ConnectionString, "", file];
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(Token);
        while (!process.HasExited && !reached()) await Task.Delay(20, Token);
        Assert.False(process.HasExited, process.HasExited ? await error : "");
        process.Kill();
        await process.WaitForExitAsync(Token);
    }
}
