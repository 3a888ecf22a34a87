namespace SchemaSync.Engine.Execution;

/// <summary>A run was cancelled after its first statement had begun.</summary>
public sealed class RunCanceledException(RunState state, OperationCanceledException inner)
    : OperationCanceledException(state.ToString(), inner, inner.CancellationToken)
{
    /// <summary>What it left behind.</summary>
    public RunState State { get; } = state;
}
