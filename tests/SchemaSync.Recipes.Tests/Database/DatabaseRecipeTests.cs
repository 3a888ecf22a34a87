using Microsoft.Data.Sqlite;

namespace SchemaSync.Recipes;

/// <summary>A database made outside does what those of SchemaSync do: its plans are
/// proved, run, told to a ledger, and taken back.</summary>
public sealed class DatabaseRecipeTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly PlanOptions Options = new();
    private static readonly ExecutionOptions AllowsLoss = new() { Policy = new([Model.Diagnostics.Hazards.LosesData.Code]) };

    private readonly string _folder = Directory.CreateTempSubdirectory("recipe").FullName;
    private readonly SchemaSyncEngine _engine = new(new AdapterRegistry(new ShelfAdapter()));

    private TenantContext Tenant => new("home", ShelfDialect.Name, $"Data Source={Path.Combine(_folder, "home.shelf")}");

    [Fact]
    public async Task It_is_planned_run_compared_and_taken_back()
    {
        var first = Target(new Box { Name = new("hats"), Label = "It's mine" }, new Box { Name = new("shoes") });
        var plan = await _engine.PlanAsync(Tenant, first, Options, Ct);
        Assert.True(plan.Proved);
        Assert.Equal("INSERT INTO boxes (name, label, content, comment) VALUES ('hats', 'It''s mine', NULL, NULL)", plan.Steps[0].Sql);
        Assert.Equal(Outcome.Done, (await _engine.SyncTenantAsync(Tenant, first, execute: true, new(), Ct)).Outcome);
        Assert.True((await _engine.ValidateAsync(Tenant, first, Ct)).IsEqual);

        var second = Target(new Box { Name = new("hats"), Label = "Yours" }, new Box { Name = new("coats") });
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            _engine.SyncTenantAsync(Tenant, second, execute: true, new(), Ct));
        Assert.Equal("SSY0506", refused.Diagnostics[0].Entry.Code);
        await _engine.SyncTenantAsync(Tenant, second, execute: true, AllowsLoss, Ct);
        Assert.Equal(["coats", "hats"], await NamesAsync());

        await _engine.ApplyAsync(Tenant, await _engine.PlanRevertAsync(Tenant, Ct), AllowsLoss, Ct);
        Assert.True((await _engine.ValidateAsync(Tenant, first, Ct)).IsEqual);
        Assert.Equal(3, (await _engine.AuditAsync(Tenant, Ct)).Count);
    }

    [Fact]
    public async Task What_was_changed_by_hand_is_found_and_repaired()
    {
        var target = Target(new Box { Name = new("hats"), Label = "Mine" });
        await _engine.SyncTenantAsync(Tenant, target, execute: true, new(), Ct);
        await RunAsync("UPDATE boxes SET label = 'Stolen'");
        var drift = await _engine.ValidateAsync(Tenant, target, Ct);
        Assert.Equal("alter box hats", Assert.Single(drift.Diff.Changes).ToString());
        await _engine.SyncTenantAsync(Tenant, target, execute: true, new(), Ct);
        Assert.True((await _engine.ValidateAsync(Tenant, target, Ct)).IsEqual);
    }

    [Fact]
    public async Task What_it_cannot_hold_is_refused()
    {
        var target = SchemaTarget.Of(new SchemaModel
        {
            Providers = [ShelfDialect.Name],
            Objects = [new View { Name = new("all_hats"), Definition = new("SELECT 1") }],
        });
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => _engine.PlanAsync(Tenant, target, Options, Ct));
        Assert.Equal("SSY0202", refused.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task A_box_of_somebody_else_is_left_alone()
    {
        await RunAsync(
            "CREATE TABLE boxes (name TEXT PRIMARY KEY, label TEXT, content "
                + "TEXT, comment TEXT); INSERT INTO boxes (name) VALUES ('theirs')");
        await _engine.SyncTenantAsync(Tenant, Target(new Box { Name = new("hats") }), execute: true, new(), Ct);
        Assert.Equal(["hats", "theirs"], await NamesAsync());
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SchemaTarget Target(params Box[] boxes) =>
        SchemaTarget.Of(new SchemaModel { Providers = [ShelfDialect.Name], Objects = [.. boxes] });

    private async Task<IEnumerable<string>> NamesAsync() => (await _engine.SnapshotAsync(Tenant, Ct)).Objects.Select(o => o.Key);

    private async Task RunAsync(string sql)
    {
        using var connection = new SqliteConnection($"{Tenant.ConnectionString};Pooling=False");
        await connection.OpenAsync(Ct);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
