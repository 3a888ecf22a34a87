using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>Hostile texts in every place of a declaration and of a snapshot, on every database:
/// whatever becomes of them, nobody else's table is touched.</summary>
public sealed partial class PlacedTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Providers =>
        [ProviderNames.Sqlite, TestServer.PostgreSql15.ToString(), TestServer.MySql97.ToString(), TestServer.MariaDb118.ToString()];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_text_leaves_no_place(string name)
    {
        using var place = new VictimPlace(name);
        var texts = HostileTexts.Against(place.Victim);
        Assert.True(texts.Count >= 200, $"{texts.Count} texts");
        var (refused, sent) = (0, 0);
        foreach (var spot in Places.Of(Places.Everything(place.Provider)))
        {
            // What stands in quotes holds any text: there a sample goes to the server.
            var passing = texts.Select(t => spot.With(t)).OfType<TopLevelObject>().Select(o => Statements(place.Dialect, o)).ToList();
            var survivors = passing.OfType<IReadOnlyList<Step>>().ToList();
            refused += texts.Count - survivors.Count;
            var sample = survivors.Count > texts.Count / 4 ? 1 : 3;
            foreach (var steps in survivors.Where((_, i) =>
                i % Math.Max(1, survivors.Count / sample) == spot.Path.Length % Math.Max(1, survivors.Count / sample)))
            {
                await place.TryAsync(Prerequisites(place.Dialect, spot.Subject), steps, Token);
                sent++;
            }

            Assert.True(place.IsUntouched(), $"{spot} reached the table of somebody else");
        }

        Assert.True(refused > 10 * texts.Count && sent > 20, $"{refused} refused, {sent} sent");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Validating_a_hostile_declaration_changes_nothing(string name)
    {
        using var place = new VictimPlace(name);
        var table = (Table)Places.Everything(place.Provider).First(o => o is Table);
        var hostile = table.Columns[0] with { Default = new($"0)); DROP TABLE {place.Victim}; SELECT ((1") };
        var target = SchemaTarget.Of(new SchemaModel
        {
            Providers = [place.Provider],
            Objects = [table with { Columns = [hostile, .. table.Columns.Skip(1)] }],
        });
        foreach (var operation in new Func<Task>[] { () => place.Engine.ValidateAsync(place.Tenant, target, Token),
            () => place.Engine.SyncTenantAsync(place.Tenant, target, true, MySqlServers.Everything, Token),
            () => place.Engine.AcceptAsync(place.Tenant, target, Token) })
        {
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(operation);
            Assert.All(refusal.Diagnostics, d => Assert.Equal("SSY0227", d.Entry.Code));
            Assert.Contains("column t.id: its default closes a bracket", refusal.Message, StringComparison.Ordinal);
        }

        Assert.True(place.IsUntouched());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_step_of_two_statements_is_not_sent(string name)
    {
        using var place = new VictimPlace(name);
        string[] steps =
        [
            $"CREATE TABLE x (id int); DROP TABLE {place.Victim}", $"CREATE PROCEDURE begin() SELECT 1; DROP TABLE {place.Victim}; END",
            $"CREATE TRIGGER begin BEFORE INSERT ON x FOR EACH ROW SET @a = 1; DROP TABLE {place.Victim}; END",
            $"SELECT * FROM begin atomic; DROP TABLE {place.Victim}; END",
            $"CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1 case; END; DROP TABLE {place.Victim}; SELECT (1) END",
            $"SELECT E''\n'\\'' ; DROP TABLE {place.Victim}; --'",
            $"CREATE TABLE x (id int) -- \u00A0\n; DROP TABLE {place.Victim}", $"SELECT 1 --\u00A0x ; DROP TABLE {place.Victim}",
            $"SELECT /*+ QB_NAME(`*/ ' `) */ 1 ; DROP TABLE {place.Victim}; -- '",
        ];
        foreach (var sql in steps)
        {
            foreach (var isCheck in new[] { false, true })
                await place.TryAsync([], [new Step { Sql = sql, Serves = "step", Subject = default, IsAssertion = isCheck }], Token);
            Assert.True(place.IsUntouched(), sql);
        }

        var refused =
            (SchemaSyncException)(await place.TryAsync([],
                [new Step { Sql = $"SELECT 1; DROP TABLE {place.Victim}", Serves = "step", Subject = default }], Token))!;
        Assert.Equal("SSY0228", refused.Diagnostics[0].Entry.Code);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task An_event_sleeps_on_scratch_and_is_read_as_awake(string name)
    {
        using var place = new VictimPlace(name);
        var wakes = new Event { Name = new("e"), Schedule = new("EVERY 1 SECOND"), Body = new($"DELETE FROM {place.Victim}") };
        var snapshot = place.Dialect.Lower(new()
        {
            Providers = [place.Provider],
            Objects = [wakes, wakes with { Name = new("off"), State = EventState.Disabled }],
        });
        await using var session = await place.Adapter.OpenScratchAsync(place.Tenant, Token);
        foreach (var step in Steps(session.Dialect, new() { Form = session.Dialect.ServerForm, Objects = snapshot.Objects }))
            await session.Runner.ExecuteAsync(step, Token);
        Assert.Equal(["DISABLED"],
            (await session.Runner.SampleAsync("SELECT DISTINCT STATUS FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()", 5,
                Token)).Select(r => r.Split('=')[^1]));
        var read = (await session.Inspector.InspectAsync(Token)).Objects.Cast<Event>().ToDictionary(e => e.Name.Name.Value, e => e.State);
        Assert.Equal((EventState.Enabled, EventState.Disabled), (read["e"], read["off"]));
        Assert.True(place.IsUntouched());
    }

    [Fact]
    public void No_facet_with_a_text_is_without_a_place()
    {
        var known = new[] { ProviderNames.Sqlite, ProviderNames.PostgreSql, ProviderNames.MySql, ProviderNames.MariaDb }
            .SelectMany(p => Places.Of(Places.Everything(p))).SelectMany(p => p.Path.Split('/')).ToHashSet();
        var folder = Path.Combine(SchemaCase.Root(), "..", "src", "SchemaSync.Model");
        var facets = Directory.EnumerateFiles(Path.Combine(folder, "Objects")).Append(Path.Combine(folder, "ColumnType.cs"))
            .SelectMany(f => Facet().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(facets.Count > 40);
        // Words of closed sets and names, which are read as such.
        string[] closed = ["nulls", "deferrability", "oldTable", "newTable", "ownedBy", "onDelete", "onUpdate", "match", "onDeleteColumns",
            "follows", "from", "typeName", "include", "logical", "grantable", "identity"];
        // Whole statements of [SqlObject]: PlacedHooks keeps them to one each, and refuses what is about the session.
        string[] statements = ["create", "drop"];
        Assert.Empty(facets.Where(f => !known.Contains(f)).Except(closed).Except(statements));
    }

    [GeneratedRegex("writer\\.(?:Text|Texts|Expression|Part|Parts|Name|Names)\\(\"(\\w+)")]
    private static partial Regex Facet();

    /// <summary>The steps that make an object, or null where it is refused before there are any.</summary>
    private static IReadOnlyList<Step>? Statements(Dialect dialect, TopLevelObject subject)
    {
        try
        {
            var declared = SchemaTarget.Of(new SchemaModel { Providers = [dialect.Provider], Objects = [subject] }).In(dialect);
            return Steps(dialect, declared);
        }
        catch (SchemaSyncException)
        {
            return null;
        }
    }

    private static IReadOnlyList<Step> Prerequisites(Dialect dialect, TopLevelObject subject) =>
        subject is Trigger || (subject is Table { PartitionOf.IsEmpty: false })
        ? Steps(dialect,
            dialect.Lower(new()
            {
                Providers = [dialect.Provider],
                Objects = [.. Places.Everything(dialect.Provider).Where(o => o is Table or Routine && o != subject)],
            }))
        : [];

    private static IReadOnlyList<Step> Steps(Dialect dialect, Snapshot snapshot) =>
        [.. dialect.Plan(Differ.Compare(snapshot.Empty(), snapshot, dialect)).Steps];
}
