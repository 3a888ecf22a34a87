using System.Diagnostics;
using System.Net;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace SchemaSync.Hosting.Tests;

/// <summary>The sample web application: it starts, refuses to start on drift, shows its health, and its traces are exported.</summary>
public sealed class WebAppTests : IDisposable
{
    private readonly App _app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_brings_its_database_serves_and_is_traced()
    {
        var traces = new List<Activity>();
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource("SchemaSync", "Microsoft.AspNetCore")
            .AddInMemoryExporter(traces).Build();
        _app.Settings["SchemaSync:OnStart"] = "Apply";
        var client = _app.CreateClient();
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/notes?text=milk", null, Token)).StatusCode);
        Assert.Equal("milk\n", await client.GetStringAsync("/notes", Token));
        Assert.Equal("Healthy: as declared\n", await client.GetStringAsync("/health", Token));

        tracing.ForceFlush();
        var (sync, validate) = (Span(traces, "sync", _app.Database), Span(traces, "validate", _app.Database));
        Assert.Equal("done", sync.GetTagItem("schemasync.outcome"));
        Assert.Equal("sqlite", sync.GetTagItem("db.system.name"));
        Assert.Equal("sync " + _app.Database, sync.DisplayName);
        Assert.Equal("equal", validate.GetTagItem("schemasync.outcome"));
        Assert.Equal(0, validate.GetTagItem("schemasync.differences"));
        Assert.Contains($"Information 4: {_app.Database} was brought to the declaration; changes: 1", _app.Lines.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_on_a_database_that_differs()
    {
        _app.Settings["SchemaSync:OnStart"] = "Apply";
        await _app.CreateClient().PostAsync("/notes?text=milk", null, Token);
        _app.Do("ALTER TABLE notes DROP COLUMN created_at");

        using var again = _app.Again("Fail");
        var refused = Assert.Throws<SchemaSyncException>(() => again.CreateClient());
        Assert.Equal(["SSY0623", "SSY1001"], refused.Diagnostics.Select(d => d.Entry.Code));
        Assert.Contains("differs from the declaration in one place", refused.Message, StringComparison.Ordinal);
        Assert.Contains("column notes.created_at is declared but missing", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("Note.cs", refused.Diagnostics[1].Location!.File, StringComparison.Ordinal);

        using var warned = _app.Again("Warn");
        Assert.Equal("milk\n", await warned.CreateClient().GetStringAsync("/notes", Token));
        Assert.Contains("Warning 8: SSY0624: the application starts though the database differs", warned.Lines.Text,
            StringComparison.Ordinal);

        using var risky = _app.Again("Apply");
        Assert.Equal("SSY0506", Assert.Throws<SchemaSyncException>(() => risky.CreateClient()).Diagnostics[0].Entry.Code);

        using var applied = _app.Again("Apply");
        applied.Settings["SchemaSync:Allow"] = "SSY0406";
        Assert.Equal("milk\n", await applied.CreateClient().GetStringAsync("/notes", Token));
    }

    [Fact]
    public async Task Its_health_says_what_differs_and_what_cannot_be_told()
    {
        _app.Settings["SchemaSync:OnStart"] = "Apply";
        _app.Settings["SchemaSync:HealthInterval"] = "00:00:00";
        var client = _app.CreateClient();
        _app.Do("ALTER TABLE notes ADD COLUMN color TEXT");
        Assert.StartsWith("Unhealthy: differs from the declaration: SSY1002: column notes.color", await Health(client),
            StringComparison.Ordinal);
        await File.WriteAllTextAsync(_app.Database, "this is no database, and longer than the head of one, so that it is looked at", Token);
        Assert.StartsWith("Unhealthy: could not tell: SSY02", await Health(client), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<string> Health(HttpClient client)
    {
        var answer = await client.GetAsync("/health", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    // Other tests run beside this one.
    private static Activity Span(List<Activity> traces, string operation, string database) => Assert.Single(traces, t =>
        Equals(t.GetTagItem("db.operation.name"), operation) && Equals(t.GetTagItem("db.namespace"), database));
}
