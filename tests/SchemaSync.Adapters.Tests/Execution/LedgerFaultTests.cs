using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>Whatever happened to a ledger: reading goes on without it and says so, writing refuses (SSY0518), and its cure works.</summary>
public sealed class LedgerFaultTests : IDisposable
{
    private readonly SqliteFile _file = new();
    private readonly LedgerScene _scene;

    public LedgerFaultTests() =>
        _scene = new(new(new AdapterRegistry(new SqliteAdapter())), _file.Tenant, sql => _file.Run(sql), _file.Query);

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("UPDATE __schemasync_snapshots SET json = replace(json, 'tables', 'tablez')", "no snapshot")]
    [InlineData("UPDATE __schemasync_snapshots SET json = ''", "it is empty")]
    [InlineData("UPDATE __schemasync_snapshots SET json = NULL", "is no text")]
    [InlineData("UPDATE __schemasync_snapshots SET json = x'00ff'", "is no text")]
    [InlineData("UPDATE __schemasync_snapshots SET json = (SELECT json FROM __schemasync_snapshots ORDER BY length(json) LIMIT 1)",
        "is another one")]
    [InlineData("DELETE FROM __schemasync_snapshots", "is not in __schemasync_snapshots")]
    [InlineData("DROP TABLE __schemasync_snapshots", "its table __schemasync_snapshots is missing")]
    [InlineData("DROP TABLE __schemasync_ledger_steps", "its table __schemasync_ledger_steps is missing")]
    [InlineData("DROP TABLE __schemasync_ledger", "its table __schemasync_ledger is missing")]
    [InlineData("UPDATE __schemasync_ledger SET outcome = 'maybe'", "the unknown outcome 'maybe'")]
    [InlineData("UPDATE __schemasync_ledger SET outcome = NULL", "no outcome")]
    [InlineData("UPDATE __schemasync_ledger SET finished_at = 'yesterday'", "a finished_at that is no moment")]
    [InlineData("UPDATE __schemasync_ledger SET to_fingerprint = 'abc'", "a to_fingerprint that is no fingerprint")]
    [InlineData("UPDATE __schemasync_ledger SET who = x'00'", "a who that is no text")]
    [InlineData("UPDATE __schemasync_ledger SET format = NULL", "no format")]
    [InlineData("UPDATE __schemasync_ledger SET format = 0", "the unknown format 0")]
    [InlineData("UPDATE __schemasync_ledger SET format = 'one'", "a format that is no whole number")]
    [InlineData("UPDATE __schemasync_ledger SET run_id = cast(run_id AS blob)", "a row of __schemasync_ledger")]
    [InlineData("ALTER TABLE __schemasync_ledger DROP COLUMN format", "has no column format")]
    [InlineData("DROP TABLE __schemasync_ledger; CREATE TABLE __schemasync_ledger (theirs)",
        "no column run_id, so it is damaged or not ours")]
    [InlineData("DROP TABLE __schemasync_ledger_steps; CREATE TABLE __schemasync_ledger_steps (run_id, ordinal, sql)", "no column serves")]
    public Task A_damaged_ledger_stops_those_who_write_until_it_is_put_aside(string damage, string reason) =>
        _scene.DamagedAsync(damage, reason);

    [Theory]
    [InlineData("UPDATE __schemasync_ledger SET format = 2", "UPDATE __schemasync_ledger SET format = 1")]
    [InlineData("UPDATE __schemasync_snapshots SET json = replace(json, '\"version\": 1', '\"version\": 2')",
        "UPDATE __schemasync_snapshots SET json = replace(json, '\"version\": 2', '\"version\": 1')")]
    public Task A_newer_ledger_asks_for_an_update_and_is_not_put_aside(string newer, string back) => _scene.NewerAsync(newer, back);

    [Fact]
    public async Task A_view_of_others_in_its_place_is_told_and_not_taken_for_no_runs()
    {
        _file.Run("CREATE VIEW __schemasync_ledger AS SELECT 1 AS run_id");
        Assert.Equal("SSY0217", Assert.Single((await _scene.Engine.AuditAsync(_file.Tenant)).Findings).Entry.Code);
    }

    [Fact]
    public async Task A_damaged_step_is_told_and_stops_going_back_alone()
    {
        await _scene.TwoRunsAsync();
        _file.Run("UPDATE __schemasync_ledger_steps SET state = 'odd' WHERE ordinal "
            + "= 1 AND run_id = (SELECT max(run_id) FROM __schemasync_ledger)");
        var reading = await _scene.Engine.AuditAsync(_file.Tenant);
        Assert.Contains("the unknown state 'odd'", Assert.Single(reading.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(2, reading.Count);
        Assert.Equal("SSY0518", await LedgerScene.Code(() => _scene.Engine.PlanRevertAsync(_file.Tenant)));
        await _scene.SyncAsync("a", "b", "c");
        // SQLite looks at every view when a table is renamed, and this one has nothing to do with it.
        _file.Run("CREATE VIEW broken AS SELECT x FROM nowhere");
        Assert.NotEmpty(await _scene.Engine.SetLedgerAsideAsync(_file.Tenant));
        Assert.Empty(await _scene.Engine.AuditAsync(_file.Tenant));
    }

    [Fact]
    public async Task An_older_state_that_only_going_back_twice_needs_can_be_put_aside_as_well()
    {
        await _scene.TwoRunsAsync();
        var first = (await _scene.Engine.AuditAsync(_file.Tenant))[1];
        _file.Run($"UPDATE __schemasync_snapshots SET json = 'x' WHERE fingerprint = '{first.From}'");
        Assert.Empty((await _scene.Engine.AuditAsync(_file.Tenant)).Findings);
        await _scene.Engine.ApplyAsync(_file.Tenant, await _scene.Engine.PlanRevertAsync(_file.Tenant), LedgerScene.Anything);
        Assert.Equal("SSY0518", await LedgerScene.Code(() => _scene.Engine.PlanRevertAsync(_file.Tenant)));
        Assert.Equal(3, (await _scene.Engine.SetLedgerAsideAsync(_file.Tenant)).Count);
        await _scene.SyncAsync("a", "b");
    }

    [Fact]
    public async Task A_ledger_without_runs_is_one_and_a_sound_one_stays_where_it_is()
    {
        Assert.Empty(await _scene.Engine.SetLedgerAsideAsync(_file.Tenant));
        await _scene.TwoRunsAsync();
        Assert.Empty(await _scene.Engine.SetLedgerAsideAsync(_file.Tenant));
        _file.Run("DELETE FROM __schemasync_ledger");
        Assert.Empty((await _scene.Engine.AuditAsync(_file.Tenant)).Findings);
        await _scene.SyncAsync("a", "b", "c");
    }

    [Fact]
    public async Task What_runs_made_is_kept_when_the_ledger_is_gone()
    {
        await _scene.SyncAsync("a");
        await _scene.Engine.SyncTenantAsync(_file.Tenant,
            LedgerScene.Target(_file.Tenant.Provider, "more", "a"), true, LedgerScene.Anything);
        _file.Run("UPDATE __schemasync_snapshots SET json = 'x'");
        await _scene.Engine.SetLedgerAsideAsync(_file.Tenant);
        await _scene.SyncAsync("a", "b");
        Assert.Equal("1", _file.Query("SELECT count(*) FROM sqlite_schema WHERE name = 'more'"));
    }
}
