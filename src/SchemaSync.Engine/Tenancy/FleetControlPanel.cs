namespace SchemaSync.Engine.Tenancy;

/// <summary>The runs that a control database holds, for whoever looks at them or has them wait.</summary>
/// <param name="adapters">Those that know the control database.</param>
/// <param name="control">Where it is.</param>
public sealed class FleetControlPanel(AdapterRegistry adapters, TenantContext control)
{
    private DatabaseAdapter Adapter => adapters.For(control.Provider);

    /// <summary>Every run, the one that began last first; none where there is no such database yet.</summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the control database cannot be read.</exception>
    public Task<IReadOnlyList<FleetRunStatus>> ReadAsync(CancellationToken cancellationToken = default) =>
        ControlReader.ReadAsync(Adapter, control, cancellationToken);

    /// <summary>Has no further tenant of a run begun by anybody until <see cref="ResumeAsync"/>.</summary>
    /// <exception cref="SchemaSyncException">SSY0611: there is no such run, or it is over.</exception>
    public Task PauseAsync(string run, CancellationToken cancellationToken = default) =>
        MoveAsync(run, ControlFormat.Open, ControlFormat.Paused, cancellationToken);

    /// <summary>Lets a run that was paused go on: by the workers that are started for it.</summary>
    /// <exception cref="SchemaSyncException">SSY0611: there is no such run, or it is not paused.</exception>
    public Task ResumeAsync(string run, CancellationToken cancellationToken = default) =>
        MoveAsync(run, ControlFormat.Paused, ControlFormat.Open, cancellationToken);

    private async Task MoveAsync(string run, string from, string to, CancellationToken cancellationToken)
    {
        var runs = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var found = runs.FirstOrDefault(r => r.Run == run);
        if (found?.State == from && await ControlReader.MoveAsync(Adapter, control, run, from, to, cancellationToken).ConfigureAwait(false))
            return;
        throw new SchemaSyncException(TenancyDiagnostics.NoSuchRun, Adapter.DisplayName(control), run,
            found is not null ? $"is {found.State}"
                : runs.Count == 0 ? "is not there, and no other is"
                : $"is not there; there are {string.Join(", ", runs.Select(r => r.Run))}");
    }
}
