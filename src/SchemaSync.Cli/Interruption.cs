using System.Runtime.InteropServices;

namespace SchemaSync.Cli;

/// <summary>
/// Ctrl+C and SIGTERM. The first asks the run to end, and ends the process when it
/// has not after a while; the second ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // The engine gives up whoever does not answer after less than that.
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(4.5);

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Action _late;

    /// <param name="late">Called when the run has not ended in time, before the process does.</param>
    public Interruption(Action late)
    {
        _late = late;
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupted));
    }

    /// <summary>Whether somebody wants the run to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose() => _signals.ForEach(s => s.Dispose());

    private void Interrupted(PosixSignalContext context)
    {
        // What is not cancelled here does what the signal does: it ends the process.
        if (_source.IsCancellationRequested) return;
        context.Cancel = true;
        // Whatever is cancelled may block: on threads of their own.
        _ = _source.CancelAsync();
        new Thread(EndLate) { IsBackground = true }.Start();
    }

    private void EndLate()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(Last);
        _late();
        Environment.Exit(ExitCode.Error);
    }
}
