namespace SchemaSync.Engine;

/// <summary>The one exception that leaves the engine; its message is made of the diagnostics' sentences.</summary>
public sealed class SchemaSyncException : Exception
{
    /// <summary>An exception with one finding.</summary>
    public SchemaSyncException(DiagnosticEntry entry, params string[] arguments) : this([Diagnostic.Of(entry, arguments)])
    {
    }

    /// <summary>An exception with findings; the driver's exception stays inside for its stack, never for its text.</summary>
    public SchemaSyncException(IReadOnlyList<Diagnostic> diagnostics, Exception? inner = null)
        : base(string.Join(Environment.NewLine, diagnostics), inner) => Diagnostics = diagnostics;

    /// <summary>What is wrong, where and what to do next.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>What a run that had begun left behind; null where none had. The last diagnostic says it too.</summary>
    public RunState? State { get; init; }
}
