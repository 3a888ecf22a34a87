using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SchemaSync.Hosting.Running;

/// <summary>
/// Traces and metrics under the name <c>SchemaSync</c>, with OpenTelemetry's words for databases where it has one
/// (docs/library.md lists them). Nothing of a connection string but the names of server and database becomes a tag.
/// </summary>
internal sealed class Telemetry
{
    /// <summary>The name of the source and the meter.</summary>
    public const string Name = "SchemaSync";

    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource Source = new(Name, Version);
    private static readonly Meter Meter = new(Name, Version);
    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("schemasync.operation.duration", "s", "How long an operation on a database or a fleet took.");

    private static readonly Gauge<int> Differences =
        Meter.CreateGauge<int>("schemasync.differences", "{difference}", "In how many places a database differed when last compared.");

    private static readonly Gauge<int> Tenants =
        Meter.CreateGauge<int>("schemasync.tenants", "{tenant}", "How many tenants ended the last run over all of them so.");

    private readonly Activity? _activity;
    private readonly TagList _tags;
    private readonly TenantContext? _tenant;
    private readonly long _began = Stopwatch.GetTimestamp();

    private Telemetry(string operation, string provider, TenantContext? tenant)
    {
        _tenant = tenant;
        _tags = [new("db.system.name", provider.ToLowerInvariant()), new("db.operation.name", operation)];
        var place = tenant is null ? "tenants" : Namespace(tenant);
        _activity = Source.StartActivity($"{operation} {place}", tenant is null ? ActivityKind.Internal : ActivityKind.Client,
            default(ActivityContext), _tags);
        if (tenant is not null) Place(_activity, tenant);
    }

    /// <summary>Does something on one database.</summary>
    public static Task<T> OnTenantAsync<T>(string operation, TenantContext tenant, Func<Telemetry, Task<T>> work) =>
        new Telemetry(operation, tenant.Provider, tenant).RunAsync(work);

    /// <summary>Does something on many.</summary>
    public static Task<T> OnFleetAsync<T>(string operation, string provider, Func<Telemetry, Task<T>> work) =>
        new Telemetry(operation, provider, null).RunAsync(work);

    /// <summary>How it ended, and in how many places the database differed.</summary>
    public void Found(string outcome, int? differences = null)
    {
        _outcome = outcome;
        if (differences is not { } count || _tenant is null) return;
        _activity?.SetTag("schemasync.differences", count);
        Differences.Record(count, _tags[0], new("db.namespace", Namespace(_tenant)));
    }

    /// <summary>How the tenants of a run ended.</summary>
    public void Found(FleetReport report)
    {
        foreach (var state in Enum.GetValues<TenantState>()) Tenants.Record(report.Count(state), _tags[0], _tags[1], Outcome(Word(state)));
        _activity?.SetTag("schemasync.tenants", report.Tenants.Count);
        _outcome = report.Tenants.All(t => t.State is TenantState.Equal or TenantState.Done) ? "equal" : "differs";
    }

    /// <summary>One tenant of a run ended: a span of its own, as long as it took.</summary>
    public void Ended(TenantResult result, TenantContext tenant)
    {
        var (end, error) = (DateTime.UtcNow, result.State == TenantState.Failed ? CodeOf(result.Diagnostics) : null);
        using var activity = Source.StartActivity($"{_tags[1].Value} {Namespace(tenant)}", ActivityKind.Client,
            _activity?.Context ?? default, _tags, null, end - result.Elapsed);
        Place(activity, tenant);
        Close(activity, Word(result.State), error);
        activity?.SetEndTime(end);
        Duration.Record(result.Elapsed.TotalSeconds, Ending(Word(result.State), error));
    }

    private string _outcome = "done";

    private async Task<T> RunAsync<T>(Func<Telemetry, Task<T>> work)
    {
        string? error = null;
        try
        {
            return await work(this).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            (_outcome, error) = ("failed", e is SchemaSyncException known ? CodeOf(known.Diagnostics) : e.GetType().FullName);
            throw;
        }
        finally
        {
            Close(_activity, _outcome, error);
            _activity?.Dispose();
            Duration.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, Ending(_outcome, error));
        }
    }

    // Of a message no word is a tag: it may hold names and values of rows.
    private static void Close(Activity? activity, string outcome, string? error)
    {
        activity?.SetTag("schemasync.outcome", outcome);
        if (error is null) return;
        activity?.SetTag("error.type", error);
        activity?.SetStatus(ActivityStatusCode.Error, error);
    }

    private TagList Ending(string outcome, string? error)
    {
        var tags = _tags;
        tags.Add(Outcome(outcome));
        if (error is not null) tags.Add("error.type", error);
        return tags;
    }

    private static KeyValuePair<string, object?> Outcome(string word) => new("schemasync.outcome", word);

    private static string Word(TenantState state) => state == TenantState.NotStarted ? "not_started" : state.ToString().ToLowerInvariant();

    private static string? CodeOf(IEnumerable<Diagnostic> diagnostics) => diagnostics.FirstOrDefault()?.Entry.Code;

    private static void Place(Activity? activity, TenantContext tenant)
    {
        if (activity is null) return;
        activity.SetTag("db.namespace", Namespace(tenant));
        activity.SetTag("schemasync.tenant", tenant.Id);
        if (Setting(tenant, "Host", "Server") is { } server) activity.SetTag("server.address", server);
        if (int.TryParse(Setting(tenant, "Port"), out var port)) activity.SetTag("server.port", port);
    }

    // OpenTelemetry joins database and schema so for PostgreSQL.
    private static string Namespace(TenantContext tenant)
    {
        var name = Setting(tenant, "Database", "DB", "Initial Catalog", "Data Source", "DataSource", "Filename") ?? tenant.Id;
        return tenant.Schema is null ? name : $"{name}|{tenant.Schema}";
    }

    private static string? Setting(TenantContext tenant, params ReadOnlySpan<string> names)
    {
        try
        {
            var settings = new DbConnectionStringBuilder { ConnectionString = tenant.ConnectionString };
            foreach (var name in names)
                if (settings.TryGetValue(name, out var value) && value?.ToString() is { Length: > 0 } text) return text;
        }
        catch (ArgumentException)
        {
            // It cannot be read: whoever opens it says so.
        }

        return null;
    }
}
