namespace SchemaSync.Engine.Tenancy;

/// <summary>A run over many tenants was cancelled.</summary>
public sealed class FleetCanceledException(FleetReport report, OperationCanceledException inner)
    : OperationCanceledException(inner.Message, inner, inner.CancellationToken)
{
    /// <summary>What was done by then; a tenant whose run was cut short is a failed one, and its diagnostic tells what stays.</summary>
    public FleetReport Report { get; } = report;
}
