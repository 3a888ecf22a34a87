namespace SchemaSync.Engine.Tenancy;

/// <summary>
/// What a target leaves to others must not be one of the tenants that it is brought to: a snapshot of one tenant that names a second would
/// tie a third to the rows of the second.
/// </summary>
internal static class FleetReach
{
    /// <summary>Looks before anything is done.</summary>
    /// <exception cref="SchemaSyncException">SSY0234: one of them is.</exception>
    public static void Require(IReadOnlyList<TenantContext> tenants, Snapshot wanted, AdapterRegistry adapters)
    {
        var needs = ExternalNeeds.Of(wanted);
        if (needs.Count == 0) return;
        var owners = Owners(tenants, adapters);
        var found = needs.Select(n => Fault(n, owners)).OfType<Diagnostic>().ToList();
        if (found.Count > 0) throw new SchemaSyncException(found);
    }

    private static Diagnostic? Fault(ExternalNeed need, Dictionary<string, TenantContext> owners)
    {
        var place = (need.Target.Schema.IsEmpty ? need.Target.Name : need.Target.Schema).Value;
        if (!owners.TryGetValue(place, out var owner)) return null;
        var entry = InspectionDiagnostics.OthersAreTenant;
        return Diagnostic.Of(entry, need.User.ToString(), need.Target.ToString(), place, owner.Id) with { Subject = need.User };
    }

    /// <summary>Names of places that belong to one tenant, where another tenant's objects could name them.</summary>
    private static Dictionary<string, TenantContext> Owners(IReadOnlyList<TenantContext> tenants, AdapterRegistry adapters)
    {
        // Whether a server tells names apart by case is not asked: one that looks the same is not risked.
        var names = adapters.For(tenants[0].Provider).OfflineDialect.Names;
        var owners = new Dictionary<string, TenantContext>(names);
        var places = tenants.Select(t => (Tenant: t, Own: OwnNames.PlaceOf(adapters, t))).Where(p => p.Own is not null);
        foreach (var server in places.GroupBy(p => p.Own!.Server, StringComparer.Ordinal))
        {
            var own = server.DistinctBy(p => p.Own!.Name.Value, names).ToList();
            if (own.Count < 2) continue;
            foreach (var (tenant, place) in own) owners.TryAdd(place!.Name.Value, tenant);
        }

        return owners;
    }
}
