namespace SchemaSync.Adapters.Tests;

/// <summary>Errors planted in plans of every kind of statement of SQLite.</summary>
public sealed class SqlitePlantedErrorTests
{
    private static readonly SqliteAdapter Adapter = new();
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(Adapter));
    private static readonly IReadOnlyList<SchemaCase> Cases = SchemaCase.All("sqlite");

    public static TheoryData<string, string> Kinds => PlantedErrors.Choose("sqlite", new SqliteDialect(), Cases);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_error_in_a_plan_is_silent(string kind, string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        using var live = new SqliteFile().Run(one.Before).Run(one.Rows);
        using var wanted = new SqliteFile().Run(one.After);
        var target = await SqliteCaseTests.Target(wanted, one);
        await new PlantedErrorRun(Engine, Adapter, kind).NoErrorIsSilent(live.Tenant, target, async run =>
        {
            using var other = new SqliteFile().Run(one.Before).Run(one.Rows);
            await run(other.Tenant);
            var (there, should) = (SqliteOracle.Describe(other), SqliteOracle.Describe(wanted));
            if (there != should) return $"{there}\ninstead of\n{should}";
            var rows = one.Query.Length > 0 ? other.Query(one.Query) : one.Gives;
            return rows == one.Gives ? null : $"{rows} instead of {one.Gives}";
        });
    }
}
