namespace SchemaSync.Engine.Tests.Execution;

/// <summary>A database with two runs in its ledger, and what every verb does when something happens to it.</summary>
internal sealed class LedgerScene(SchemaSyncEngine engine, TenantContext tenant, Action<string> run, Func<string, string> query)
{
    public static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    public SchemaSyncEngine Engine => engine;

    public static SchemaTarget Target(string provider, string table, params string[] columns) => SchemaTarget.Of(new SchemaModel
    {
        Providers = [provider],
        Objects =
        [
            new Table
            {
                Name = new(table),
                Columns = [Column("id", LogicalType.Int64) with { Nullable = false }, .. columns.Select(c => Column(c, LogicalType.Int32))],
                PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
            },
        ],
    });

    public static async Task<string> Code(Func<Task> action) =>
        (await Assert.ThrowsAsync<SchemaSyncException>(action)).Diagnostics.Single().Entry.Code;

    public Task<ExecutionReport> SyncAsync(params string[] columns) => engine.SyncTenantAsync(tenant, Of(columns), true, Anything);

    public async Task TwoRunsAsync()
    {
        await SyncAsync("a");
        await SyncAsync("a", "b");
        Assert.Equal(2, (await engine.AuditAsync(tenant)).Count);
    }

    /// <summary>Damages the ledger; ends with a new one that holds one run.</summary>
    public async Task DamagedAsync(string damage, string reason)
    {
        await TwoRunsAsync();
        run(damage);
        var told = await ReadersAsync();
        Assert.Contains(reason, told.Message, StringComparison.Ordinal);
        Assert.EndsWith("'schemasync audit --set-aside' puts it aside under other names, and the next run begins a new one",
            told.Message, StringComparison.Ordinal);
        await WritersAsync();
        var aside = await engine.SetLedgerAsideAsync(tenant);
        Assert.NotEmpty(aside);
        foreach (var table in aside) Assert.NotEqual("", query($"SELECT count(*) FROM {table}"));
        Assert.Empty((await engine.ValidateAsync(tenant, Of("a", "b"))).Diagnostics);
        Assert.Empty(await engine.AuditAsync(tenant));
        // They are ours still: in no snapshot, and not to be dropped as something that nobody declared.
        Assert.DoesNotContain((await engine.SnapshotAsync(tenant)).Objects,
            o => o.Name.Name.Value.StartsWith("__schemasync", StringComparison.Ordinal));
        Assert.True((await engine.PlanAsync(tenant, Of("a", "b"), new(IncludeUnmanaged: true))).IsEmpty);
        await engine.SyncTenantAsync(tenant, Of("a", "b", "c"), true, Anything with { IncludeUnmanaged = true });
        foreach (var table in aside) Assert.NotEqual("", query($"SELECT count(*) FROM {table}"));
        Assert.Equal(LedgerEntry.Succeeded, Assert.Single(await engine.AuditAsync(tenant)).Outcome);
        await engine.ApplyAsync(tenant, await engine.PlanRevertAsync(tenant), Anything);
    }

    /// <summary>Makes the ledger one of a later version, and then what it was.</summary>
    public async Task NewerAsync(string newer, string back)
    {
        await TwoRunsAsync();
        run(newer);
        Assert.EndsWith("; update SchemaSync", (await ReadersAsync()).Message, StringComparison.Ordinal);
        await WritersAsync();
        Assert.Equal("SSY0518", await Code(() => engine.SetLedgerAsideAsync(tenant)));
        run(back);
        Assert.Equal(2, (await engine.AuditAsync(tenant)).Count);
        await SyncAsync("a", "b", "c");
    }

    /// <summary>Those who read give their answer without the ledger, and say so in one warning.</summary>
    public async Task<Diagnostic> ReadersAsync()
    {
        var equal = await engine.ValidateAsync(tenant, Of("a", "b"));
        Assert.True(equal.IsEqual);
        var told = Assert.Single(equal.Diagnostics);
        Assert.Equal(("SSY0520", Severity.Warning), (told.Entry.Code, told.Entry.Severity));
        Assert.Contains((await engine.ValidateAsync(tenant, Of("a", "b", "c"))).Diagnostics, d => d.Entry.Code == "SSY1001");
        var plan = await engine.PlanAsync(tenant, Of("a", "b", "c"), new());
        Assert.True(plan.Proved);
        Assert.Contains(plan.Hazards, h => h.Diagnostic == told);
        await engine.SnapshotAsync(tenant);
        return told;
    }

    /// <summary>Those who write refuse, with one code, whether there is something to do or
    /// not; the ledger is told as far as it can be read.</summary>
    private async Task WritersAsync()
    {
        Assert.Equal("SSY0518", await Code(() => SyncAsync("a", "b")));
        Assert.Equal("SSY0518", await Code(() => SyncAsync("a", "b", "c")));
        var plan = await engine.PlanAsync(tenant, Of("a", "b", "c"), new());
        Assert.Equal("SSY0518", await Code(() => engine.ApplyAsync(tenant, PlanFile.Read(PlanFile.Write(plan), "plan.json"), Anything)));
        var revert = await Assert.ThrowsAsync<SchemaSyncException>(() => engine.PlanRevertAsync(tenant));
        Assert.All(revert.Diagnostics, d => Assert.Equal("SSY0518", d.Entry.Code));
        Assert.All((await engine.AuditAsync(tenant)).Findings, d => Assert.Equal("SSY0518", d.Entry.Code));
        Assert.NotEmpty((await engine.AuditAsync(tenant)).Findings);
    }

    private SchemaTarget Of(params string[] columns) => Target(tenant.Provider, "t", columns);

    private static Column Column(string name, LogicalType type) =>
        new() { Name = new(name), Type = new() { Logical = type }, Nullable = true };
}
