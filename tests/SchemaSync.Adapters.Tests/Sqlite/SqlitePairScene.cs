namespace SchemaSync.Adapters.Tests;

/// <summary>A file that is to become like another one, and what has to hold on the way and back.</summary>
internal sealed class SqlitePairScene
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly SqliteDialect Dialect = new();

    private readonly SqliteFile _live, _wanted;
    private readonly Snapshot _start, _end;
    private readonly bool _isAll;
    private readonly string _before, _theirs, _orphans;
    private readonly Dictionary<(string Before, string After), string> _kept;

    private SqlitePairScene(SqliteFile live, SqliteFile wanted, Snapshot start, Snapshot end, bool isAll)
    {
        (_live, _wanted, _start, _end, _isAll) = (live, wanted, start, end, isAll);
        (_before, _theirs, _orphans) = (SqliteOracle.Describe(live), Theirs(), Orphans());
        _kept = Kept(start, end).ToDictionary(q => q, q => live.Query(q.Before));
    }

    /// <summary>What was told in the middle of a run.</summary>
    public string ToldLate { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SchemaTarget Target => SchemaTarget.Of(_end);

    private PlanOptions Planned => new(IncludeUnmanaged: _isAll);

    private ExecutionOptions Options =>
        new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()), IncludeUnmanaged = _isAll };

    /// <summary>Every other seed has a ledger that says what is ours, and all the rest is of others.</summary>
    public static async Task<SqlitePairScene> Of(int seed, SqliteFile live, SqliteFile wanted, SqlitePair.Drawing pair)
    {
        var isAll = seed % 2 == 0;
        var theirs = string.Join(";\n", SqlitePair.Theirs(seed, pair.Referred?.From));
        var theirsToo = string.Join(";\n", SqlitePair.Theirs(seed, pair.Referred?.To));
        if (isAll) (live, wanted) = (live.Run(theirs), wanted.Run(theirsToo));
        var (start, read) = (await Engine.SnapshotAsync(live.Tenant, Token), await Engine.SnapshotAsync(wanted.Tenant, Token));
        var end = new Snapshot
        {
            Form = read.Form, Objects = read.Objects, Intents = [.. pair.Intents], Unsupported = read.Unsupported,
        };
        Assert.Empty(start.Unsupported);
        Assert.Empty(end.Unsupported);
        if (isAll) return new(live, wanted, start, end, true);
        await Adapters.Tests.Theirs.RecordRunAsync(new SqliteAdapter(), live.Tenant, end, start.State(), Token);
        return new(live.Run(theirs), wanted.Run(theirsToo), start, end, false);
    }

    /// <summary>The plan; null where a name that is declared another way, or something of others, does not let it be made.</summary>
    public async Task<Plan?> Plan()
    {
        try
        {
            return await Engine.PlanAsync(_live.Tenant, Target, Planned, Token);
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == DiffDiagnostics.CannotPlan))
        {
            IsAsBefore();
            return null;
        }
    }

    /// <summary>Runs a plan; where rows are in the way they are, and nothing has changed.</summary>
    public async Task<SqlitePairTests.End> Runs(Plan plan)
    {
        try
        {
            await Engine.ApplyAsync(_live.Tenant, plan, Options, Token);
            return SqlitePairTests.End.There;
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => IsAboutRows(d.Entry)))
        {
            IsAsBefore();
            if (!e.Diagnostics.All(d => IsAsked(d.Entry))) return Late(e);
            var unasked = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.ApplyAsync(_live.Tenant, plan with { DataChecks = [] }, Options, Token));
            Assert.True(IsAboutRows(unasked.Diagnostics[0].Entry), unasked.Message);
            return SqlitePairTests.End.RowsInTheWay;
        }
    }

    /// <summary>It is like the other, by SQLite's own words too; every row is there, and nothing is left to do.</summary>
    public async Task IsThere()
    {
        Assert.Equal(Ours(SqliteOracle.Describe(_wanted)), Ours(SqliteOracle.Describe(_live)));
        Assert.All(_kept, q => Assert.Equal(q.Value, _live.Query(q.Key.After)));
        Assert.Equal("ok", _live.Query("PRAGMA integrity_check"));
        Assert.True(_orphans.Length > 0 || Orphans().Length == 0, Orphans());
        Assert.Equal(_theirs, Theirs());
        Assert.True((await Engine.PlanAsync(_live.Tenant, Target, Planned, Token)).IsEmpty);
    }

    /// <summary>Back to where it was, unless rows are in the way.</summary>
    public async Task<SqlitePairTests.End> GoesBack()
    {
        var back = await Engine.PlanRevertAsync(_live.Tenant, Token);
        var there = SqliteOracle.Describe(_live);
        try
        {
            await Engine.ApplyAsync(_live.Tenant, back, Options, Token);
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => IsAboutRows(d.Entry)))
        {
            Assert.Equal(there, SqliteOracle.Describe(_live));
            return e.Diagnostics.All(d => IsAsked(d.Entry)) ? SqlitePairTests.End.There : Late(e);
        }

        Assert.Equal(Ours(_before), Ours(SqliteOracle.Describe(_live)));
        Assert.Equal(_theirs, Theirs());
        Assert.All(_kept, q => Assert.Equal(q.Value, _live.Query(q.Key.Before)));
        var now = await Engine.SnapshotAsync(_live.Tenant, Token);
        Assert.Empty(Differ.Compare(now, _start, Dialect).Changes.Where(c => _isAll || c is not Change.Drop).Select(c => c.ToString()));
        return SqlitePairTests.End.Back;
    }

    private SqlitePairTests.End Late(SchemaSyncException told)
    {
        ToldLate = told.Message;
        return SqlitePairTests.End.ToldLate;
    }

    private void IsAsBefore()
    {
        Assert.Equal(_before, SqliteOracle.Describe(_live));
        Assert.All(_kept, q => Assert.Equal(q.Value, _live.Query(q.Key.Before)));
        Assert.Equal(_theirs, Theirs());
    }

    // What an expression of a declaration gives is known once it has been computed.
    private static bool IsAsked(DiagnosticEntry entry) =>
        entry == ExecutionDiagnostics.DataInTheWay || entry == ExecutionDiagnostics.NoValue;

    private static bool IsAboutRows(DiagnosticEntry entry) =>
        entry == ExecutionDiagnostics.DataInTheWay || entry == ExecutionDiagnostics.AssertionFailed
            || entry == ExecutionDiagnostics.StatementFailed || entry == ExecutionDiagnostics.NoValue;

    // A key of theirs follows a table of ours that is renamed.
    private static string Ours(string description) =>
        string.Join('\n', description.Split('\n').Where(l => !l.Contains("their", StringComparison.Ordinal)));

    private string Theirs()
    {
        var names = _live.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'their%' ORDER BY name").Split(';');
        return _live.Query("SELECT type, name FROM sqlite_schema WHERE name LIKE 'their%' ORDER BY 1, 2")
            + string.Concat(names.Where(n => n.Length > 0).Select(n => $"\n{n}: {_live.Query($"SELECT * FROM {n}")}"));
    }

    private string Orphans() => _live.Query("PRAGMA foreign_key_check");

    /// <summary>For each table that stays its number of rows and the values that no conversion touches:
    /// a query before, and the same by the new names.</summary>
    private static IEnumerable<(string Before, string After)> Kept(Snapshot a, Snapshot b)
    {
        var renamed = Renames.Find(a, b, Dialect).Apply(a).Tables.ToList();
        foreach (var (old, now) in a.Tables.Zip(renamed))
        {
            if (b.Tables.FirstOrDefault(t => t.Name == now.Name) is not { } after) continue;
            var columns = old.Columns.Zip(now.Columns).Where(c => c.First.Computed is null
                && after.Column(c.Second.Name) is { Computed: null } other
                && SqliteTypes.AffinityOf(old, c.First) == SqliteTypes.AffinityOf(after, other)
                && !b.Intents.Any(i => !i.IsAboutNames && i.Subject == ObjectId.In(ObjectKind.Column, after.Name, c.Second.Name))).ToList();
            yield return (Select(columns.Select(c => c.First.Name), old.Name), Select(columns.Select(c => c.Second.Name), after.Name));
        }
    }

    private static string Select(IEnumerable<Identifier> columns, QualifiedName table) => "SELECT "
        + $"{string.Join(" || '|' || ", columns.Select(c => $"quote({SqliteText.Quote(c)})").DefaultIfEmpty("'row'"))} AS all_of_it "
        + $"FROM {SqliteText.Quote(table)} ORDER BY 1";
}
