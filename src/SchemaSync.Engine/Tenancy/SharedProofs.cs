using System.Collections.Concurrent;

namespace SchemaSync.Engine.Tenancy;

/// <summary>Proves each distinct plan once, however many tenants ask at the same time;
/// as many plans are kept as there are distinct states.</summary>
internal sealed class SharedProofs
{
    private readonly ConcurrentDictionary<(Fingerprint From, Fingerprint To, Fingerprint? Scope,
        Surroundings Surroundings, EquatableArray<Step> Hooks), Lazy<Task<Plan>>> _proofs = new();

    /// <summary>Whether a tenant was brought to the target by one of them.</summary>
    public bool HaveServed { get; set; }

    /// <summary>The proved plan of the first tenant in that state; a failed proof fails for all of them.</summary>
    public Task<Plan> ProveAsync(Plan plan, Func<Plan, Task<Plan>> prove) =>
        _proofs.GetOrAdd((plan.From.Fingerprint, plan.To.Fingerprint, plan.Scope?.Start, plan.Surroundings,
                // Those that a run which died still owes are its tenant's alone.
                [.. plan.Steps.Where(s => s.IsHook)]),
            _ => new Lazy<Task<Plan>>(() => prove(plan))).Value;
}
