namespace SchemaSync.Engine;

/// <summary>
/// What a target leaves to others must not be one of the tenants that it is brought to: a snapshot of one tenant that names a second would tie a third to the
/// rows of the second.
/// </summary>
internal static class FleetReach
{
    /// <summary>Looks before anything is done.</summary>
    /// <exception cref="SchemaSyncException">SSY0234: one of them is.</exception>
    public static void Require(IReadOnlyList<TenantContext> tenants, Snapshot wanted, AdapterRegistry adapters)
    {
        var needs = ExternalNeeds.Of(wanted);
        if (needs.Count == 0) return;
        var places = tenants.Select(t => (Tenant: t, Own: OwnPlaceOf(adapters.For(t.Provider), t))).Where(p => p.Own is not null).ToList();
        // Whether a server tells names apart by case is not asked: one that looks the same is not risked.
        var names = adapters.For(tenants[0].Provider).OfflineDialect.Names;
        var servers = places.GroupBy(p => p.Own!.Server).Where(g => g.DistinctBy(p => p.Own!.Name.Value, names).Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var owners = places.Where(p => servers.Contains(p.Own!.Server)).DistinctBy(p => p.Own!.Name.Value, names).ToDictionary(p => p.Own!.Name.Value, p => p.Tenant, names);
        var found = needs.Select(n => (Need: n, Place: (n.Target.Schema.IsEmpty ? n.Target.Name : n.Target.Schema).Value))
            .Where(n => owners.ContainsKey(n.Place))
            .Select(n => Diagnostic.Of(InspectionDiagnostics.OthersAreTenant, n.Need.User.ToString(), n.Need.Target.ToString(), n.Place, owners[n.Place].Id) with { Subject = n.Need.User }).ToList();
        if (found.Count > 0) throw new SchemaSyncException(found);
    }

    // A connection string that cannot be read is the failure of its own tenant.
    private static OwnPlace? OwnPlaceOf(DatabaseAdapter adapter, TenantContext tenant)
    {
        try
        {
            return adapter.OwnPlaceOf(tenant);
        }
        catch (SchemaSyncException)
        {
            return null;
        }
    }
}
