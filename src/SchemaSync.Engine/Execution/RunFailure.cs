namespace SchemaSync.Engine.Execution;

/// <summary>What is known of a run that failed.</summary>
internal static class RunFailure
{
    /// <summary>Whether the server itself, or something on our side of the connection, said how the
    /// last call ended: not where the connection broke or was given up.</summary>
    public static bool IsCertain(DatabaseAdapter adapter, TenantContext tenant, Exception failure) => failure switch
    {
        SchemaSyncException e =>
            e.Diagnostics.All(d => d.Entry != InspectionDiagnostics.ConnectionLost && d.Entry != InspectionDiagnostics.CannotOpen),
        // The drivers keep the server's answer to the cancellation inside.
        OperationCanceledException e => e.InnerException is { } inner && IsCertain(adapter, tenant, inner),
        _ => adapter.Explain(tenant, failure) is { } known && known.Entry != InspectionDiagnostics.ConnectionLost
            && known.Entry != InspectionDiagnostics.CannotOpen,
    };
}
