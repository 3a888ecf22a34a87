namespace SchemaSync.Adapters.Tests;

/// <summary>Several workers share a run through a control database.</summary>
public sealed class FleetControlTests
{
    private const string Sqlite = "Sqlite";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Places => [Sqlite, TestServer.PostgreSql15.ToString(), TestServer.MySql97.ToString(),
        TestServer.MariaDb1011.ToString()];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Two_workers_take_every_tenant_once(string place)
    {
        using var control = new Place(place);
        var taken = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var both = new Barrier(2);
        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(control, Tenants(40), t =>
        {
            taken.Add(t);
            return Done(t);
        }, new() { Parallelism = 3, Canaries = 2 }, together: both))));
        Assert.Equal(Tenants(40), taken.Order(StringComparer.Ordinal));
        Assert.All(reports, r => Assert.Equal((40, 40), (r.Tenants.Count, r.Count(TenantState.Done))));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_a_dead_worker_took_is_taken_by_another_when_its_lease_ends(string place)
    {
        using var control = new Place(place);
        var dead = control.Open(new(0, 1, 0, 0, TimeSpan.FromMilliseconds(1500)));
        await dead.JoinAsync([.. Tenants(3).Select(t => new StagedTenant(t, 0, ""))], Token);
        var lost = Assert.IsType<FleetTurn.Take>(await dead.TakeAsync(Token)).Tenant;
        var report = await Run(control, Tenants(3), Done, new() { Parallelism = 1, Canaries = 0 });
        Assert.Equal(3, report.Count(TenantState.Done));
        // Whoever comes back says nothing of what is another's since.
        await dead.EndAsync(TenantResult.Failed(lost), Token);
        Assert.All(await control.Open(Rules()).ReadAsync(Token), s => Assert.Equal(TenantState.Done, s.Result.State));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_run_that_stopped_goes_on_where_it_was(string place)
    {
        using var control = new Place(place);
        var begun = new List<string>();
        Task<TenantResult> Work(string tenant, bool fails)
        {
            lock (begun) begun.Add(tenant);
            return fails && tenant == "t003" ? throw new SchemaSyncException(ExecutionDiagnostics.NothingToRevert, "it's \"bad\"")
                : Done(tenant);
        }

        var first = await Run(control, Tenants(6), t => Work(t, fails: true), new() { Parallelism = 1, Canaries = 0, StopAfter = 1 });
        Assert.Equal((3, 1, 2), (first.Count(TenantState.Done), first.Count(TenantState.Failed), first.Count(TenantState.NotStarted)));
        Assert.Equal("1 failed", first.Stopped);
        // Another process reads the same.
        var read = (await control.Open(Rules()).ReadAsync(Token))[3].Result;
        Assert.Equal(first.Tenants[3].Diagnostics.Single().Message, read.Diagnostics.Single().Message);
        begun.Clear();
        var second = await Run(control, Tenants(6), t => Work(t, fails: false), new() { Parallelism = 1, Canaries = 0 });
        Assert.Equal(["t003", "t004", "t005"], begun);
        Assert.Equal((6, null), (second.Count(TenantState.Done), second.Stopped));
        begun.Clear();
        var late = await Run(control, Tenants(7), t => Work(t, fails: false), new() { Parallelism = 1, Canaries = 0 });
        Assert.Equal((true, 6), (late.HadEnded, late.Count(TenantState.Done)));
        Assert.Empty(begun);
        await Run(control, Tenants(6), t => Work(t, fails: false), new() { Parallelism = 1, Canaries = 0 }, again: true);
        Assert.Equal(Tenants(6), begun);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_run_that_is_paused_begins_nobody_until_it_goes_on(string place)
    {
        using var control = new Place(place);
        var panel = new FleetControlPanel(new AdapterRegistry(control.Adapter), control.Context);
        Assert.Empty(await panel.ReadAsync(Token));
        var report = await Run(control, Tenants(5), async t =>
        {
            if (t == "t001") await panel.PauseAsync("run", Token);
            return await Done(t);
        }, new() { Parallelism = 1, Canaries = 0 });
        Assert.Equal((2, "the run is paused"), (report.Count(TenantState.Done), report.Stopped));
        Assert.Equal(2, (await Run(control, Tenants(5), Done, new() { Canaries = 0 })).Count(TenantState.Done));
        var status = Assert.Single(await panel.ReadAsync(Token));
        Assert.Equal(("run", "paused", 5, 2), (status.Run, status.State, status.Tenants, status.Ended));
        Assert.Equal("SSY0611", await Refused(() => panel.PauseAsync("run", Token)));
        Assert.Equal("SSY0611", await Refused(() => panel.ResumeAsync("nobody", Token)));
        await panel.ResumeAsync("run", Token);
        Assert.Equal(5, (await Run(control, Tenants(5), Done, new() { Canaries = 0 })).Count(TenantState.Done));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Limits_of_a_server_hold_among_all_workers(string place)
    {
        using var control = new Place(place);
        int now = 0, most = 0;
        async Task<TenantResult> Work(string tenant)
        {
            if (tenant.EndsWith('1')) return await Done(tenant);
            InterlockedMost(ref most, Interlocked.Increment(ref now));
            await Task.Delay(20, Token);
            Interlocked.Decrement(ref now);
            return await Done(tenant);
        }

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(control, Tenants(20), Work,
            new() { Parallelism = 4, Canaries = 0, PerServer = 2 }, t => t.EndsWith('1') ? "one" : "two"))));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Tables_of_somebody_else_are_not_written_to()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("""
            CREATE TABLE __schemasync_fleet (run text PRIMARY KEY, format bigint, target text, state text, reason text, started bigint);
            CREATE TABLE seen (who text);
            CREATE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO seen VALUES (current_user); RETURN NEW; END';
            CREATE TRIGGER t BEFORE INSERT OR UPDATE ON __schemasync_fleet FOR EACH ROW EXECUTE FUNCTION spy()
            """);
        var control = new ControlDatabase(new PostgreSqlAdapter(), database.Tenant, "run", "target", Rules());
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => control.JoinAsync([], Token));
        Assert.Contains("has a trigger or a rule", refused.Message, StringComparison.Ordinal);
        database.Run("INSERT INTO __schemasync_fleet VALUES ('run', 1, 'target', 'open', '', 0); DELETE FROM seen");
        var panel = new FleetControlPanel(new AdapterRegistry(new PostgreSqlAdapter()), database.Tenant);
        await Assert.ThrowsAsync<SchemaSyncException>(() => panel.ReadAsync(Token));
        await Assert.ThrowsAsync<SchemaSyncException>(() => panel.PauseAsync("run", Token));
        Assert.Equal("0", database.Query("SELECT count(*) FROM seen"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("{}")]
    [InlineData("[1, [], [2], [\"SSY9999\"], [\"SSY0501\"]]")]
    public void What_another_version_wrote_is_left_out(string text) => Assert.Empty(DiagnosticText.Read(text));

    [Fact]
    public async Task A_tenant_that_only_another_worker_lists_fails_and_is_not_guessed()
    {
        using var control = new Place(Sqlite);
        await control.Open(Rules()).JoinAsync([new("elsewhere", 0, "")], Token);
        var report = await Run(control, Tenants(1), Done, new() { Canaries = 0, StopAfter = 0 });
        Assert.Equal(["elsewhere: SSY0610", "t000: "],
            report.Tenants.Select(t => $"{t.Tenant}: {t.Diagnostics.FirstOrDefault()?.Entry.Code}"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_run_that_is_begun_anew_takes_nothing_from_the_report_of_the_one_before(string place)
    {
        using var control = new Place(place);
        StagedTenant[] order = [.. Tenants(3).Select(t => new StagedTenant(t, 0, ""))];
        var other = control.Open(Rules());
        await other.JoinAsync(order, Token);
        await other.EndAsync(await Done(Assert.IsType<FleetTurn.Take>(await other.TakeAsync(Token)).Tenant), Token);
        var run = new FleetRun(control.Open(Rules()), new() { Control = new(control.Context) }, t => Done(t.Id));
        await run.RunAsync(order, Tenants(3).Select(t => new TenantContext(t, Sqlite, "")), Token);
        Assert.True(await control.Open(Rules() with { Again = true }).JoinAsync(order, Token));
        Assert.All(await other.ReadAsync(Token), s => Assert.Equal(TenantState.NotStarted, s.Result.State));
        Assert.Equal(3, (await run.ReportAsync(Token)).Count(TenantState.Done));
    }

    [Fact]
    public async Task A_name_of_another_run_is_refused()
    {
        using var control = new Place(Sqlite);
        await Run(control, Tenants(1), Done, new());
        var other = new ControlDatabase(control.Adapter, control.Context, "run", "another target", Rules());
        Assert.Equal("SSY0609", await Refused(() => other.JoinAsync([], Token)));
    }

    private static async Task<string> Refused(Func<Task> act) =>
        (await Assert.ThrowsAsync<SchemaSyncException>(act)).Diagnostics.Single().Entry.Code;

    private static string[] Tenants(int count) => [.. Enumerable.Range(0, count).Select(i => $"t{i:000}")];

    private static Task<TenantResult> Done(string tenant) =>
        Task.FromResult(new TenantResult(tenant, TenantState.Done, Fingerprint.OfText(tenant), null, [], default));

    private static FleetRules Rules() => new(0, 1, 0, 0, TimeSpan.FromSeconds(60));

    private static void InterlockedMost(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
    }

    private static async Task<FleetReport> Run(Place control, string[] tenants, Func<string, Task<TenantResult>> work, FleetOptions options,
        Func<string, string>? serverOf = null, Barrier? together = null, bool again = false)
    {
        Tenant[] all = [.. tenants.Select(t => new Tenant(new TenantContext(t, Sqlite, "")))];
        var (order, canaries) = FleetOrder.Of(all, options, t => (serverOf?.Invoke(t.Id) ?? "", null));
        options = options with { Control = new(control.Context) };
        var rules = new FleetRules(canaries, options.StopAfter, options.StopShare, options.PerServer, options.Control.Lease)
        {
            Again = again,
        };
        var state = control.Open(rules);
        var run = new FleetRun(together is null ? state : new Together(state, together), options, t => work(t.Id));
        await run.RunAsync(order, all.Select(t => t.Context), Token);
        return await run.ReportAsync(Token);
    }

    /// <summary>Begins when all have joined: whoever joins a run that is over has nothing to do.</summary>
    private sealed class Together(FleetControl real, Barrier all) : FleetControl
    {
        public override TimeSpan Pause => real.Pause;

        public override async Task<bool> JoinAsync(IReadOnlyList<StagedTenant> tenants, CancellationToken cancellationToken)
        {
            var goesOn = await real.JoinAsync(tenants, cancellationToken);
            all.SignalAndWait(cancellationToken);
            return goesOn;
        }

        public override Task<FleetTurn> TakeAsync(CancellationToken cancellationToken) => real.TakeAsync(cancellationToken);

        public override Task RenewAsync(CancellationToken cancellationToken) => real.RenewAsync(cancellationToken);

        public override Task EndAsync(TenantResult result, CancellationToken cancellationToken) => real.EndAsync(result, cancellationToken);

        public override Task GiveBackAsync(string tenant, CancellationToken cancellationToken) =>
            real.GiveBackAsync(tenant, cancellationToken);

        public override Task StopAsync(string reason, CancellationToken cancellationToken) => real.StopAsync(reason, cancellationToken);

        public override Task<IReadOnlyList<TenantStanding>> ReadAsync(CancellationToken cancellationToken) =>
            real.ReadAsync(cancellationToken);
    }

    /// <summary>A control database of one of the systems.</summary>
    private sealed class Place : IDisposable
    {
        private readonly TestDatabase? _server;
        private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "control.db");

        public Place(string name)
        {
            if (name != Sqlite) _server = TestServer.Of(name).CreateDatabase();
            Context = _server?.Tenant ?? new("control", Sqlite, $"Data Source={_file}");
        }

        public TenantContext Context { get; }

        public DatabaseAdapter Adapter => _server switch
        {
            null => new SqliteAdapter(),
            { Server.IsPostgreSql: true } => Shared,
            _ => MySqlServers.Adapter(_server.Server),
        };

        private static PostgreSqlAdapter Shared { get; } = new();

        public FleetControl Open(FleetRules rules) => new ControlDatabase(Adapter, Context, "run", "target", rules);

        public void Dispose() => _server?.Dispose();
    }
}
