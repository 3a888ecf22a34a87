using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>Characters that a server would lose without an error are named before it sees them.</summary>
public sealed class CharacterTests
{
    private static readonly DatabaseAdapter[] Adapters = [new SqliteAdapter(), new PostgreSqlAdapter(), new MySqlAdapter(),
        new MariaDbAdapter()];

    [Theory]
    [InlineData("a\\0b", "NUL")]
    [InlineData("a\\ud83d", "half of a surrogate pair (U+D83D)")]
    [InlineData("\\ude00", "half of a surrogate pair (U+DE00)")]
    [InlineData("\\ude00\\ud83d", "half of a surrogate pair (U+DE00)")]
    [InlineData("a\\ud83d\\ud83d\\ude00", "half of a surrogate pair (U+D83D)")]
    public void What_no_database_keeps_is_named_with_its_place(string escaped, string named)
    {
        // A test's data do not carry such characters either.
        var text = Regex.Unescape(escaped);
        Snapshot Of(TopLevelObject one) => new() { Form = SqliteDialect.Form, Objects = [one] };
        Column column = new() { Name = new("c"), Type = ColumnType.Of("text") };
        foreach (var one in (TopLevelObject[])[
            new Table { Name = new($"t{text}"), Columns = [column] },
                new Table { Name = new("t"), Columns = [column with { Name = new(text) }] },
                new Table { Name = new("t"), Columns = [column with { Default = new($"'{text}'") }] },
            new Table { Name = new("t"), Columns = [column], CheckConstraints = [new() { Expression = new($"c <> '{text}'") }] },
                new Table { Name = new("t"), Columns = [column], Comment = text },
            new View { Name = new("v"), Definition = new($"SELECT '{text}'") }, new EnumType { Name = new("e"), Values = ["x", text] }])
        {
            var failure = Assert.Throws<SchemaSyncException>(() => Characters.Check(Of(one)));
            Assert.Equal("SSY0230", Assert.Single(failure.Diagnostics).Entry.Code);
            Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_provider_looks_before_it_builds()
    {
        using var file = new SqliteFile();
        var target = SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.Sqlite],
            Objects = [new View { Name = new("v"), Definition = new("SELECT 'a\ud83db' AS x") }] });
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => new SchemaSyncEngine(new AdapterRegistry(new SqliteAdapter()))
            .PlanAsync(file.Tenant, target, new PlanOptions(), TestContext.Current.CancellationToken));
        Assert.Equal("SSY0230", failure.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public void Names_and_comments_that_MySQL_would_change_are_refused_there_alone()
    {
        Column column = new() { Name = new("c"), Type = ColumnType.Of("text"), Nullable = true };
        foreach (var table in (Table[])[
            new() { Name = new("t😀"), Columns = [column] }, new() { Name = new("t "), Columns = [column] },
                new() { Name = new("t"), Columns = [column with { Name = new("😀") }] },
            new() { Name = new("t"), Columns = [column with { Name = new("c\t") }] },
                new() { Name = new("t"), Columns = [column], Comment = "😀" },
                new() { Name = new("t"), Columns = [column with { Comment = "x😀" }] }])
        {
            foreach (var adapter in Adapters)
            {
                var model = new SchemaModel { Providers = [adapter.Provider],
                    Objects = [adapter.Provider == ProviderNames.Sqlite
                    ? table with { Comment = null, Columns = [.. table.Columns.Select(c => c with { Comment = null })] } : table] };
                if (adapter.Provider is ProviderNames.MySql or ProviderNames.MariaDb) Assert.Equal("SSY0230",
                    Assert.Throws<SchemaSyncException>(() => adapter.OfflineDialect.Lower(model)).Diagnostics[0].Entry.Code);
                else Assert.Single(adapter.OfflineDialect.Lower(model).Objects);
            }
        }
    }

    [Theory]
    [InlineData(@"_utf8mb4\'gelÃ¶scht\'", "_utf8mb4'gelöscht'")]
    [InlineData(@"concat(`grÃ¶Ã\u009fe`,_utf8mb4\'ð\u009f\u0098\u0080\')", "concat(`größe`,_utf8mb4'😀')")]
    [InlineData(@"(`a` <> _latin1\'ö\')", "(`a` <> _latin1 0xF6)")]
    [InlineData(@"(`a` <> _utf8mb4\'it\\\'s Ã¶\\n\')", @"(`a` <> _utf8mb4'it\'s ö\n')")]
    [InlineData(@"(`a` <> _gbk\'Ä\\ã\')", null)]
    [InlineData(@"_utf8mb4\'gelöscht\'", null)]
    [InlineData(@"_utf8mb4\'€\'", null)]
    public void An_expression_of_MySQL_is_decoded_or_left(string shown, string? stored) =>
        Assert.Equal(stored, MySqlStoredText.Decode(shown.Replace(@"\u009f", "\u009f", StringComparison.Ordinal)
            .Replace(@"\u0098", "\u0098", StringComparison.Ordinal).Replace(@"\u0080", "\u0080", StringComparison.Ordinal)));

    public static TheoryData<string> MySqlServersAll => MySqlServers.All;

    [Theory]
    [MemberData(nameof(MySqlServersAll))]
    public async Task What_the_catalogue_shows_as_a_question_mark_is_what_it_is(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Collated();
        using var copy = TestServer.Of(server).CreateDatabase().Collated();
        var isMariaDb = live.Server.Provider == ProviderNames.MariaDb;
        live.Run($"""
            CREATE TABLE t (id int PRIMARY KEY, e enum('?', '😀?', 'a''b', 'ö') DEFAULT '😀?', s set('😀', '?', 'x') DEFAULT '😀,x',
                n enum('??', '😀😀') CHARACTER SET utf16 NOT NULL,
              d varchar(20) DEFAULT 'a😀?', q varchar(20) NOT NULL DEFAULT 'what?', u varchar(20) CHARACTER SET utf32 DEFAULT '😀',
                  l varchar(20) CHARACTER SET latin1 DEFAULT 'ö?',
              b varbinary(9) DEFAULT x'610062', w binary(3) DEFAULT x'0041', f varchar(20) DEFAULT (concat('????', '😀')),
                  CHECK (d <> '????'), CHECK (d <> '😀'))
            """);
        if (!isMariaDb)
            live.Run("ALTER TABLE t ADD COLUMN z varbinary(9) DEFAULT x'FF00FE', "
                + "ADD COLUMN y varchar(20) DEFAULT (concat(_latin1 0xF6, 'ö'))");
        var read = await MySqlServers.Engine.SnapshotAsync(live.Tenant, TestContext.Current.CancellationToken);
        Assert.Empty(read.Unsupported);
        await MySqlServers.Engine.SyncTenantAsync(copy.Tenant, SchemaTarget.Of(read), execute: true, MySqlServers.Ours,
            TestContext.Current.CancellationToken);
        const string Rows =
            "INSERT INTO t (id, n) VALUES (1, 1), (2, 2); INSERT INTO t (id, n, "
                + "e, s) VALUES (3, 1, 1, 2), (4, 1, 2, 1), (5, 1, 3, 4), (6, 1, 4, 7)";
        string All(TestDatabase database) => database.Run(Rows)
            .Query("SELECT id, HEX(CONCAT(e)), HEX(CONCAT(s)), HEX(n), HEX(d), HEX(q), HEX(u), HEX(l), HEX(b), HEX(w), "
                + $"HEX(f){(isMariaDb ? "" : ", HEX(z), HEX(y)")} FROM t ORDER BY id");
        Assert.Equal(All(live), All(copy));
    }
}
