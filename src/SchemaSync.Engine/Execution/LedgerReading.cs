using System.Collections;

namespace SchemaSync.Engine.Execution;

/// <summary>The runs of a ledger that can be read, newest first, and what cannot.</summary>
public sealed class LedgerReading(IReadOnlyList<LedgerEntry> runs, IReadOnlyList<Diagnostic> findings) : IReadOnlyList<LedgerEntry>
{
    /// <summary>What of the ledger cannot be read (SSY0518), or stands in its place (SSY0217); empty when all of it can.</summary>
    public IReadOnlyList<Diagnostic> Findings => findings;

    /// <inheritdoc/>
    public int Count => runs.Count;

    /// <inheritdoc/>
    public LedgerEntry this[int index] => runs[index];

    /// <inheritdoc/>
    public IEnumerator<LedgerEntry> GetEnumerator() => runs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
