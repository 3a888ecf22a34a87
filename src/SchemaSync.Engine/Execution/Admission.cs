namespace SchemaSync.Engine.Execution;

/// <summary>Which plans may run at all.</summary>
internal static class Admission
{
    /// <summary>Refuses what is not proved, and hazards that are not allowed.</summary>
    /// <exception cref="SchemaSyncException">SSY0401: not proved. SSY0506, once for each hazard: not allowed.</exception>
    public static void Check(TenantContext tenant, Plan plan, PlanPolicy policy)
    {
        // Never a matter of policy: nobody has seen where this plan leads.
        if (!plan.Proved) throw new SchemaSyncException(Hazards.Unproven, tenant.Id);
        var refused = plan.Refused(policy);
        if (refused.Count == 0) return;
        throw new SchemaSyncException(refused
            .Select(h =>
                Diagnostic.Of(ExecutionDiagnostics.Refused, h.Diagnostic.Message,
                    $"--allow {h.Code} (in a project: <SchemaSyncAllow>{h.Code}</SchemaSyncAllow>)") with
                    {
                        Subject = h.Diagnostic.Subject,
                    }).ToList());
    }
}
