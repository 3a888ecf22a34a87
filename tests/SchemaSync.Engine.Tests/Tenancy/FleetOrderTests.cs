namespace SchemaSync.Engine.Tests;

/// <summary>In which order tenants are taken.</summary>
public sealed class FleetOrderTests
{
    private static readonly IReadOnlyList<Tenant> Six =
        [Of("a", "late"), Of("b", "early"), Of("c"), Of("d", "early"), Of("e", "late"), Of("f")];

    [Fact]
    public void Groups_go_in_the_order_of_their_first_tenants_and_those_without_one_last() =>
        Assert.Equal("a1 e1 b3 d3 c5 f5", Order(new() { Canaries = 0 }));

    [Fact]
    public void Named_waves_go_first() => Assert.Equal("b1 d1 a3 e3 c5 f5", Order(new() { Canaries = 0, Waves = ["early"] }));

    [Fact]
    public void Canaries_go_one_by_one_before_all_waves() =>
        Assert.Equal("f0 a1 b2 d4 e6 c8", Order(new() { Canaries = 3, First = ["f"] }));

    [Fact]
    public void Where_objects_are_shared_one_tenant_of_each_database_goes_before_the_others_of_its_wave() =>
        Assert.Equal("a0 e1 b2 d3 c5 f5", Order(new() { Canaries = 0 }, t => t.Id is "a" or "c" or "e" ? "one" : "two"));

    [Fact]
    public void A_canary_brings_what_is_shared() =>
        Assert.Equal("d0 a2 e2 b4 c6 f6", Order(new() { Canaries = 1, First = ["d"] }, _ => "one"));

    [Fact]
    public void A_canary_that_is_no_tenant_is_refused() => Assert.Equal("SSY0909",
        Assert.Throws<SchemaSyncException>(() => Order(new() { First = ["nobody"] })).Diagnostics.Single().Entry.Code);

    [Fact]
    public void More_canaries_than_tenants_are_all_of_them() =>
        Assert.Equal("a0 b1 c2 d3 e4 f5", Order(new() { Canaries = 99 }));

    private static Tenant Of(string id, string? group = null) => new(new TenantContext(id, "Sqlite", ""), group);

    private static string Order(FleetOptions options, Func<Tenant, string?>? shared = null)
    {
        var (tenants, _) = FleetOrder.Of(Six, options, t => ("", shared?.Invoke(t)));
        return string.Join(' ', tenants.Select(t => $"{t.Id}{t.Stage}"));
    }
}
