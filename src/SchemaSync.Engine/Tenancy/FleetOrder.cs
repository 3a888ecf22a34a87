namespace SchemaSync.Engine.Tenancy;

/// <summary>
/// The order of a run, in stages: each canary is one, then each wave; and where a target has objects that tenants of a database share, the
/// first tenant of each database goes before the others of its wave, and brings them.
/// </summary>
internal static class FleetOrder
{
    /// <summary>The stages.</summary>
    /// <param name="tenants">In the order of their directory.</param>
    /// <param name="options">Canaries and waves.</param>
    /// <param name="placeOf">The server of a tenant, and the database whose shared objects it sees; null where it shares none.</param>
    /// <returns>Every tenant once; how many of the stages are canaries.</returns>
    /// <exception cref="SchemaSyncException">SSY0909: a canary is no tenant. SSY0610: a wave has no tenant.</exception>
    public static (IReadOnlyList<StagedTenant> Tenants, int Canaries) Of(IReadOnlyList<Tenant> tenants, FleetOptions options,
        Func<Tenant, (string Server, string? Shared)> placeOf)
    {
        var canaries = Canaries(tenants, options);
        var staged = canaries.Select((t, i) => new StagedTenant(t.Id, i, placeOf(t).Server)).ToList();
        var brought = canaries.Select(t => placeOf(t).Shared).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var stage = staged.Count;
        foreach (var wave in Waves([.. tenants.Except(canaries)], options))
        {
            var places = wave.Select(t => (Tenant: t, Place: placeOf(t))).ToList();
            var first = places.Select(p => p.Place.Shared is { } shared && brought.Add(shared)).ToList();
            staged.AddRange(places.Select((p, i) => new StagedTenant(p.Tenant.Id, first[i] ? stage : stage + 1, p.Place.Server)));
            stage += 2;
        }

        return ([.. staged.OrderBy(s => s.Stage)], canaries.Count);
    }

    private static List<Tenant> Canaries(IReadOnlyList<Tenant> tenants, FleetOptions options)
    {
        var named = options.First.Select(id => tenants.FirstOrDefault(t => t.Id == id)
            ?? throw new SchemaSyncException(BuildDiagnostics.UnknownCanary, id, $"{tenants.Count}", "the list")).Distinct().ToList();
        return [.. named, .. tenants.Except(named).Take(Math.Max(0, options.Canaries - named.Count))];
    }

    private static IEnumerable<IReadOnlyList<Tenant>> Waves(IReadOnlyList<Tenant> tenants, FleetOptions options)
    {
        var groups = tenants.ToLookup(t => t.Group ?? "", StringComparer.Ordinal);
        var order = options.Waves.Concat(tenants.Select(t => t.Group).OfType<string>()).Append("").Distinct(StringComparer.Ordinal);
        return order.Select(g => groups[g].ToList()).Where(g => g.Count > 0);
    }
}
