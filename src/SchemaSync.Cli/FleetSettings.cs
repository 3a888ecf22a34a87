using System.CommandLine;
using System.Globalization;

namespace SchemaSync.Cli;

/// <summary>How a run over many tenants goes, as the user typed it.</summary>
internal static class FleetSettings
{
    /// <summary>For a run that writes.</summary>
    /// <exception cref="SchemaSyncException">SSY0901: a share is none. SSY0903: the control database is in a variable that is not
    /// set.</exception>
    public static FleetOptions Of(Invocation run)
    {
        EquatableArray<string> first = [.. run.Get(Options.Canary) ?? []];
        var (after, share) = Stops(run);
        return new()
        {
            Parallelism = run.Get(Options.Parallel),
            PerServer = run.Get(Options.PerServer),
            First = first,
            Canaries = Math.Max(run.Get(Options.Canaries), first.Count),
            Waves = [.. run.Get(Options.Wave) ?? []],
            StopAfter = after,
            StopShare = share,
            StopSlower = Seconds(run, Options.StopSlower),
            StopLockWaits = Seconds(run, Options.StopLockWaits),
            Control = Control(run),
            Progress = Terminal.ShowsProgress ? new ProgressLine(run.Terminal) : null,
        };
    }

    /// <summary>The control database that is named; null where none is.</summary>
    /// <exception cref="SchemaSyncException">SSY0903: it is in a variable that is not set.</exception>
    public static FleetControlPlace? Control(Invocation run)
    {
        var variable = run.Get(Options.ControlVariable);
        var text = run.Get(Options.Control) is { Length: > 0 } given ? given
            : variable is not { Length: > 0 } ? null
            : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value
            : throw new SchemaSyncException(BuildDiagnostics.ConnectionUnknown, variable);
        if (text is null) return null;
        run.Terminal.Secrets.Learn(text);
        // A file is what one machine needs.
        var adapter = run.Get(Options.ControlProvider) is { Length: > 0 } named ? run.Adapters.For(named)
            : run.Adapters.All.First(a => a.FileConnection is not null);
        if (!text.Contains('=', StringComparison.Ordinal) && adapter.FileConnection is { } file)
            text = new TenantTemplate(adapter, file).Of([("control", text)])[0].Context.ConnectionString;
        return new(new("the control database", adapter.Provider, text), run.Get(Options.RunName))
        {
            Lease = TimeSpan.FromSeconds(run.Get(Options.Lease)),
            Again = run.Get(Options.Again),
        };
    }

    private static TimeSpan? Seconds(Invocation run, Option<int> option) =>
        run.Get(option) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static (int After, double Share) Stops(Invocation run)
    {
        var text = run.Get(Options.StopAfter)!;
        if (!text.EndsWith('%')) return (int.Parse(text, CultureInfo.InvariantCulture), 0);
        return (0, double.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture) / 100);
    }
}
