using Microsoft.Data.Sqlite;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>What the engine does around an adapter, on real SQLite files: plans, proof, lock, ledger, revert, tenants.</summary>
public sealed class ExecutionTests
{
    private static readonly ExecutionOptions Anything = new() { Policy = new(["SSY0303", "SSY0402", "SSY0406", "SSY0407"]) };
    private readonly SchemaSyncEngine _engine = new(new AdapterRegistry(new SqliteAdapter()));
    private readonly TenantContext _tenant = Tenant("shop");

    [Fact]
    public async Task A_second_sync_finds_nothing_to_do_and_writes_nothing()
    {
        var first = await Sync(Table("a", "x"));
        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.True(first.Plan.Proved);
        // Only a connection that was open all the time sees whether another one wrote (pragma.html, data_version).
        using var witness = new SqliteConnection(_tenant.ConnectionString);
        witness.Open();
        using var version = new SqliteCommand("PRAGMA data_version", witness);
        var before = version.ExecuteScalar();
        Assert.Equal(Outcome.NothingToDo, (await Sync(Table("a", "x"))).Outcome);
        Assert.Equal(before, version.ExecuteScalar());
        await Sync(Table("a", "x", "y"));
        Assert.NotEqual(before, version.ExecuteScalar());
    }

    [Fact]
    public async Task Rows_stay_when_a_column_comes_and_the_ledger_tells_of_both_runs()
    {
        await Sync(Table("a", "x"));
        Query("INSERT INTO a VALUES ('kept')");
        await Sync(Table("a", "x", "y"));
        Assert.Equal("kept", Query("SELECT x FROM a"));
        var runs = await _engine.AuditAsync(_tenant);
        Assert.Equal([LedgerEntry.Succeeded, LedgerEntry.Succeeded], runs.Select(r => r.Outcome));
        Assert.Equal(runs[1].To, runs[0].From);
        Assert.All(runs, r => Assert.All(r.Steps, s => Assert.Equal("done", s.State)));
    }

    [Fact]
    public async Task Tables_that_are_not_ours_are_left_alone()
    {
        Query("CREATE TABLE theirs (z TEXT)");
        var report = await Sync(Table("a", "x"));
        Assert.Equal("table theirs", Assert.Single(report.Unmanaged).ToString());
        Assert.Equal("1", Query("SELECT count(*) FROM sqlite_schema WHERE name = 'theirs'"));
        Assert.True((await _engine.ValidateAsync(_tenant, Target(Table("a", "x")))).IsEqual);
    }

    [Fact]
    public async Task A_table_a_run_made_goes_when_it_is_no_longer_declared_and_only_when_allowed()
    {
        await Sync(Table("a", "x"), Table("b", "x"));
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() => _engine.SyncTenantAsync(_tenant, Target(Table("a", "x")), true, new()));
        Assert.Contains(e.Diagnostics, d => d.Entry.Code == "SSY0506");
        Assert.Equal(Outcome.Done, (await Sync(Table("a", "x"))).Outcome);
        Assert.Equal("0", Query("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"));
    }

    [Fact]
    public async Task A_stale_plan_is_refused_and_a_plan_that_was_run_is_done()
    {
        var plan = await _engine.PlanAsync(_tenant, Target(Table("a", "x", "y")), new());
        Assert.Equal(Outcome.Done, (await _engine.ApplyAsync(_tenant, plan, Anything)).Outcome);
        Assert.Equal(Outcome.NothingToDo, (await _engine.ApplyAsync(_tenant, plan, Anything)).Outcome);
        Query("ALTER TABLE a ADD COLUMN z TEXT");
        Assert.Equal("SSY0502", await Code(() => _engine.ApplyAsync(_tenant, plan, Anything)));
    }

    [Fact]
    public async Task Two_runners_at_once_both_end_well_and_one_of_them_did_it()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sync(Table("a", "x"), Table("b", "y")))));
        Assert.Single(reports, r => r.Outcome == Outcome.Done);
        Assert.Equal("1", Query("SELECT count(*) FROM __schemasync_ledger"));
    }

    [Fact]
    public async Task A_failure_keeps_the_rows_and_is_in_the_ledger()
    {
        await Sync(Table("a", "x"));
        Query("INSERT INTO a VALUES ('kept')");
        var plan = await _engine.PlanAsync(_tenant, Target(Table("a", "x", "y"), Table("b", "q")), new());
        var broken = plan with
        {
            Steps = [.. plan.Steps, new Step { Sql = "DELETE FROM a", Serves = "x", Subject = ObjectId.Top(ObjectKind.Table, new("a")) },
                new Step { Sql = "SELECT nonsense", Serves = "y", Subject = ObjectId.Top(ObjectKind.Table, new("a")) }],
        };
        Assert.Equal("SSY0505", await Code(() => _engine.ApplyAsync(_tenant, broken, Anything)));
        Assert.Equal("kept", Query("SELECT x FROM a"));
        var failed = (await _engine.AuditAsync(_tenant))[0];
        Assert.Equal(LedgerEntry.Failed, failed.Outcome);
        Assert.Equal("failed", failed.Steps[^1].State);
    }

    [Fact]
    public async Task A_plan_that_does_not_end_where_it_says_is_rolled_back()
    {
        var plan = await _engine.PlanAsync(_tenant, Target(Table("a", "x")), new());
        var wrong = plan with
        {
            Steps = [.. plan.Steps,
                new Step { Sql = "ALTER TABLE a ADD COLUMN extra TEXT", Serves = "x", Subject = ObjectId.Top(ObjectKind.Table, new("a")) }],
        };
        Assert.Equal("SSY0507", await Code(() => _engine.ApplyAsync(_tenant, wrong, Anything)));
        Assert.Equal("0", Query("SELECT count(*) FROM sqlite_schema WHERE name = 'a'"));
    }

    [Fact]
    public async Task Rows_in_the_way_are_named_before_the_first_statement()
    {
        await Sync(Table("a", "x"));
        Query("INSERT INTO a VALUES ('1'), ('2'), ('3'), ('4')");
        var plan = await _engine.PlanAsync(_tenant, Target(Table("a", "x", "y")), new());
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            _engine.ApplyAsync(_tenant,
                plan with { DataChecks = [new(ObjectId.Top(ObjectKind.Table, new("a")), "SELECT x FROM a", "these are wrong")] },
                Anything));
        Assert.Equal("SSY0503", e.Diagnostics.Single().Entry.Code);
        Assert.Contains("these are wrong (4 in all), for example ", e.Message, StringComparison.Ordinal);
        Assert.Single(await _engine.AuditAsync(_tenant));
    }

    [Fact]
    public async Task Reverting_goes_back_run_by_run_with_the_values_of_renamed_columns()
    {
        await Sync(Table("a", "x"));
        Query("INSERT INTO a VALUES ('kept')");
        var renamed = new Snapshot
        {
            Form = Target().Snapshot!.Form,
            Objects = [Table("a", "y")],
            Intents = [new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("a"), new("y")), new("x"))],
        };
        await _engine.SyncTenantAsync(_tenant, SchemaTarget.Of(renamed), true, Anything);
        Assert.Equal("kept", Query("SELECT y FROM a"));
        var back = await _engine.PlanRevertAsync(_tenant);
        Assert.IsType<Change.Rename>(Assert.Single(back.Changes));
        await _engine.ApplyAsync(_tenant, PlanFile.Read(PlanFile.Write(back), "f"), Anything);
        Assert.Equal("kept", Query("SELECT x FROM a"));
        Assert.Equal(LedgerEntry.Revert, (await _engine.AuditAsync(_tenant))[0].Action);
        var further = await _engine.PlanRevertAsync(_tenant);
        Assert.Empty(further.To.Objects);
        await _engine.ApplyAsync(_tenant, further, Anything);
        Assert.Equal("SSY0509", await Code(() => _engine.PlanRevertAsync(_tenant)));
    }

    [Fact]
    public async Task After_a_change_by_other_means_there_is_nothing_to_revert()
    {
        await Sync(Table("a", "x"));
        Query("ALTER TABLE a ADD COLUMN z TEXT");
        Assert.Equal("SSY0509", await Code(() => _engine.PlanRevertAsync(_tenant)));
    }

    [Fact]
    public async Task What_the_server_refuses_is_named_before_the_database_is_touched()
    {
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() => _engine.NormalizeAsync(_tenant, Source(Table("a", "x", "X"))));
        Assert.Equal("SSY0207", e.Diagnostics.Single().Entry.Code);
        Assert.Contains("table a", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_lost_in_the_round_trip_is_refused() =>
        Assert.Equal("SSY0202",
            await Code(() => _engine.NormalizeAsync(_tenant, Source(Table("a", "x") with { Comment = "SQLite keeps none" }))));

    [Fact]
    public async Task A_plan_that_misses_its_target_on_scratch_is_not_proved()
    {
        var plan = await _engine.PlanAsync(_tenant, Target(Table("a", "x")), new());
        var proof = new PlanProof(new SqliteAdapter());
        Assert.Equal("SSY0508", await Code(() => proof.ProveAsync(_tenant, plan with { Steps = [] }, CancellationToken.None)));
        Assert.Equal("SSY0508",
            await Code(() => proof.ProveAsync(_tenant, plan with { Steps = [.. plan.Steps, .. plan.Steps] }, CancellationToken.None)));
    }

    [Fact]
    public async Task A_plan_without_proof_is_never_run()
    {
        var plan = await _engine.PlanAsync(_tenant, Target(Table("a", "x")), new(Prove: false));
        Assert.Contains(plan.AllHazards, h => h.Code == "SSY0401");
        Assert.Equal("SSY0401", await Code(() => _engine.ApplyAsync(_tenant, plan, Anything with { Policy = new(["SSY0401"]) })));
    }

    [Fact]
    public async Task Differences_are_said_at_the_place_of_the_declaration_or_of_its_table()
    {
        await Sync(Table("a", "gone", "x"));
        var column = new SourceLocation("A.cs", 7, 1, 7, 9);
        var table = new SourceLocation("A.cs", 3, 1, 3, 9);
        var target = Target(Table("a", "x", "new")) with
        {
            Locations = new Dictionary<ObjectId, SourceLocation>
            {
                [ObjectId.In(ObjectKind.Column, new("a"), new("new"))] = column,
                [ObjectId.Top(ObjectKind.Table, new("a"))] = table,
            },
        };
        var validation = await _engine.ValidateAsync(_tenant, target);
        Assert.Equal([("SSY1001", column), ("SSY1002", table)],
            validation.Diagnostics.Select(d => (Code: d.Entry.Code, d.Location!)).OrderBy(d => d.Code, StringComparer.Ordinal));
        Assert.Contains("schemasync sync", validation.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committed_snapshot_is_compared_without_a_database()
    {
        var committed = await _engine.NormalizeAsync(_tenant, Target(Table("a", "x")));
        Assert.True(_engine.ValidateOffline(Target(Table("a", "x")), committed).IsEqual);
        Assert.Equal("SSY1001", _engine.ValidateOffline(Target(Table("a", "x", "y")), committed).Diagnostics.Single().Entry.Code);
    }

    [Fact]
    public async Task A_database_without_a_ledger_has_an_empty_one()
    {
        await File.WriteAllBytesAsync(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(_tenant.ConnectionString).DataSource, [],
            TestContext.Current.CancellationToken);
        Assert.Empty(await _engine.AuditAsync(_tenant));
    }

    [Fact]
    public async Task A_file_that_is_not_there_has_no_ledger_to_read() =>
        Assert.Equal("SSY0205",
            (await Assert.ThrowsAsync<SchemaSyncException>(() => _engine.AuditAsync(_tenant))).Diagnostics[0].Entry.Code);

    [Fact]
    public async Task A_fleet_brings_all_tenants_to_the_target_and_finds_them_equal_afterwards()
    {
        TenantContext[] tenants = [.. Enumerable.Range(0, 12).Select(i => Tenant($"t{i}"))];
        var fleet = new TenantFleet(_engine);
        var first = await fleet.SyncAsync(TenantList.Of(tenants), Target(Table("a", "x")), true, Anything, new() { Parallelism = 4 });
        Assert.Equal(12, first.Count(TenantState.Done));
        Assert.Same(first.Tenants[1].Plan, first.Tenants[11].Plan);
        Assert.Single(first.Shapes);
        var again = await fleet.SyncAsync(TenantList.Of(tenants), Target(Table("a", "x")), true, Anything, new());
        Assert.Equal(12, again.Count(TenantState.Equal));
        var differs = await fleet.ValidateAsync(TenantList.Of(tenants), Target(Table("a", "x", "y")), new());
        Assert.All(differs.Tenants, t => Assert.Equal("SSY1001", t.Diagnostics.Single().Entry.Code));
    }

    private static TenantContext Tenant(string id) =>
        new(id, "Sqlite", $"Data Source={Path.Combine(Directory.CreateTempSubdirectory().FullName, id + ".db")}");

    private static Table Table(string name, params string[] columns) =>
        new()
        {
            Name = new(name),
            Columns = columns.Select(c => new Column { Name = new(c), Type = ColumnType.Of("TEXT"), Nullable = true }).ToEquatableArray(),
        };

    private static SchemaTarget Target(params Table[] tables) =>
        SchemaTarget.Of(new Snapshot { Form = new("Sqlite", IsServer: true), Objects = [.. tables] });

    private static SchemaTarget Source(Table table) =>
        SchemaTarget.Of(new Snapshot { Form = new("Sqlite", IsServer: false), Objects = [table] });

    private Task<ExecutionReport> Sync(params Table[] tables) => _engine.SyncTenantAsync(_tenant, Target(tables), true, Anything);

    private static async Task<string> Code(Func<Task> act) =>
        (await Assert.ThrowsAsync<SchemaSyncException>(act)).Diagnostics.Single().Entry.Code;

    private string? Query(string sql)
    {
        using var connection = new SqliteConnection(_tenant.ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
