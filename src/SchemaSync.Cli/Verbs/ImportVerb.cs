using System.Globalization;

namespace SchemaSync.Cli.Verbs;

/// <summary><c>import</c>: what a DbContext declares, as a snapshot file. EF Core makes the
/// statements, and a scratch database reads them.</summary>
internal static class ImportVerb
{
    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var assembly = run.Require(Options.EfAssembly, "name the built assembly with the DbContext, such as bin/Debug/net10.0/Shop.dll");
        var path = run.Require(Options.Output, "name the snapshot file to write");
        var adapter = run.Adapters.For(run.Sources.Provider);
        var tenant = run.Sources.Scratch;
        Learn(run);
        var application = new DbApplication(assembly, run.Get(Options.StartupAssembly) is { Length: > 0 } startup ? startup : assembly)
        {
            Packages = run.Get(Options.Packages) is { Length: > 0 } folders ? folders : [DbApplication.UserPackages],
        };
        var own = adapter.OwnPlaceOf(tenant)?.Name.Value ?? "";
        var answer = await application.AskAsync(run.Get(Options.Context) ?? "", adapter.EntityFrameworkProviders, own,
            cancellationToken).ConfigureAwait(false);
        if (answer.Refusal(run.Adapters, adapter) is { } refusal)
        {
            // Somebody else's words: a connection string may be among them.
            run.Terminal.Secrets.Learn(refusal.Message);
            throw new SchemaSyncException([refusal]);
        }

        var snapshot = await run.Engine.ImportAsync(tenant, answer.Schema, cancellationToken).ConfigureAwait(false);
        await run.WriteAsync(path, snapshot, cancellationToken).ConfigureAwait(false);
        run.Report.Written(path, $"the snapshot of {answer.Context}{LeftOut(answer.Rows)}");
        return ExitCode.Done;
    }

    private static string LeftOut(int rows) => rows == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({rows} {(rows == 1 ? "row" : "rows")} of HasData left out: rows are no schema)");

    // What the application has in its environment, a message of it may quote.
    private static void Learn(Invocation run)
    {
        foreach (var value in Environment.GetEnvironmentVariables().Values) run.Terminal.Secrets.Learn(value as string);
    }
}
