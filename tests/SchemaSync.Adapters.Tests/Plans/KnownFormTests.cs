namespace SchemaSync.Adapters.Tests;

/// <summary>What a declaration becomes on a server is the same whether all of it is
/// tried, or only what differs from the last one.</summary>
public sealed class KnownFormTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly PostgreSqlAdapter Adapter = new();
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(Adapter));
    private static readonly IReadOnlyList<SchemaCase> Cases = SchemaCase.All("postgresql");

    // An extension is the database's, and its case makes and drops it.
    public static TheoryData<string> Names =>
        new(Cases.Where(c =>
            c.Since <= 15 && !c.MakesExtension).Select(c => c.ToString()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Only_what_differs_is_tried_and_nothing_reads_otherwise(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        var normalizer = new ScratchNormalizer(Adapter);
        using var home = new PostgreSqlSchema(server.Database, $"f_{Guid.NewGuid():n}");
        var (before, after) = (await DeclaredAsync(one.Before), await DeclaredAsync(one.After));
        foreach (var (first, second) in ((Snapshot, Snapshot)[])[(before, after), (after, before)])
        {
            var known = new KnownForm(first, await normalizer.NormalizeAsync(home.Tenant, SchemaTarget.Of(first), Token));
            var whole = await normalizer.NormalizeAsync(home.Tenant, SchemaTarget.Of(second), Token);
            var part = await normalizer.NormalizeAsync(home.Tenant, SchemaTarget.Of(second), known, Token);
            Assert.Equal(whole.Fingerprint, part.Fingerprint);
            Assert.Equal(whole.Objects.Select(o => o.Key).Order(), part.Objects.Select(o => o.Key).Order());
        }
    }

    /// <summary>A state as if it was declared: what another version printed has to be tried on this one.</summary>
    private async Task<Snapshot> DeclaredAsync(string sql)
    {
        using var made = new PostgreSqlSchema(server.Database, $"d_{Guid.NewGuid():n}").Run(sql);
        var read = await Engine.SnapshotAsync(made.Tenant with { Schemas = [] }, Token);
        return new()
        {
            Form = read.Form with { Major = 1 },
            Objects = read.Objects.Where(o => !o.Name.IsQualified && o is not (Schema or Extension)).ToEquatableArray(),
        };
    }
}
