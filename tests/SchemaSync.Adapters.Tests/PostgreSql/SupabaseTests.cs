namespace SchemaSync.Adapters.Tests;

/// <summary>A Supabase-like project: objects of ours beside schemas of others, which they
/// refer to in every way, and which stay as they are to the byte.</summary>
public sealed class SupabaseTests
{
    private static readonly string[] Theirs = ["auth", "storage", "extensions"];
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_whole_schema_of_ours_is_read_made_changed_and_taken_back(string server)
    {
        using var scene = new SupabaseScene(TestServer.Of(server));
        var made = scene.Create();
        scene.Run(made, SupabaseSql.Ours);
        var read = await Engine.SnapshotAsync(scene.As(made), Token);
        Assert.Empty(read.Unsupported.Select(u => $"{u.Id} uses {u.Reason}"));
        Assert.True((await Engine.ValidateAsync(scene.As(made), SchemaTarget.Of(read), Token)).IsEqual);

        var live = scene.Create();
        scene.Run(live, "CREATE TABLE not_ours (id int)");
        var before = SupabaseScene.Dump(live, Theirs);
        var target = SnapshotFile.Read(SnapshotFile.Write(read), "supabase.json");
        await SyncAsync(scene, live, target);
        scene.Run(live, "DROP TABLE not_ours");
        Assert.Equal(SupabaseScene.Dump(made, "public"), SupabaseScene.Dump(live, "public"));
        scene.Run(live, "INSERT INTO profiles VALUES ('00000000-0000-0000-0000-000000000001', 'Ann')");

        // A column comes, one foreign key goes, another is no longer a cascade, a policy is another one.
        await SyncAsync(scene, live,
            target.With(target.Objects.Select(o => o is Table { Name.Name.Value: "profiles" } table ? Changed(table) : o)));
        Assert.Equal("FOREIGN KEY (id) REFERENCES auth.users(id)",
            live.Query("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'profiles'::regclass AND contype = 'f'"));
        Assert.Equal("(auth.uid() IS NOT NULL)",
            live.Query("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname = 'own profile'"));

        var back = await Engine.PlanRevertAsync(scene.As(live), Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(scene.As(live), back, MySqlServers.Ours, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(scene.As(live), SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal("Ann|a@b", live.Query("SELECT nick::text, email FROM people"));
        Assert.Equal(before, SupabaseScene.Dump(live, Theirs));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_part_of_it_is_declared_and_the_rest_is_left_alone(string server)
    {
        using var scene = new SupabaseScene(TestServer.Of(server));
        var live = scene.Create();
        scene.Run(live, SupabaseSql.Ours);
        var before = (SupabaseScene.Dump(live, Theirs), SupabaseScene.Dump(live, "public"));
        var target = SchemaTarget.Of(Declared());
        Assert.Equal(["table notes"],
            (await Engine.ValidateAsync(scene.As(live), target, Token)).Diff.Changes.Select(c => c.Id.ToString()));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(scene.As(live), target, execute: true, MySqlServers.Ours, Token)).Outcome);
        var validation = await Engine.ValidateAsync(scene.As(live), target, Token);
        Assert.Empty(validation.Diff.Changes.Select(c => c.ToString()));
        Assert.Contains("view people", validation.Unmanaged.Select(u => u.ToString()));
        Assert.Equal("auth.users,storage.objects",
            live.Query("SELECT string_agg(confrelid::regclass::text, ',' ORDER BY conname) FROM pg_constraint WHERE conrelid = "
                + "'notes'::regclass AND contype = 'f'"));
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(scene.As(live), await Engine.PlanRevertAsync(scene.As(live), Token),
                MySqlServers.Ours, Token)).Outcome);
        Assert.Equal(before, (SupabaseScene.Dump(live, Theirs), SupabaseScene.Dump(live, "public")));
    }

    private static async Task SyncAsync(SupabaseScene scene, TestDatabase live, Snapshot target)
    {
        var report = await Engine.SyncTenantAsync(scene.As(live), SchemaTarget.Of(target), execute: true, MySqlServers.Ours, Token);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await Engine.ValidateAsync(scene.As(live), SchemaTarget.Of(target), Token)).IsEqual);
    }

    private static Table Changed(Table profiles) => profiles with
    {
        Columns = [.. profiles.Columns,
            new() { Name = new("seen"), Type = ColumnType.Of("uuid"), Nullable = true, Default = new("extensions.uuid_generate_v1()") }],
        ForeignKeys = profiles.ForeignKeys.Where(k => k.ReferencedTable.Schema.Value == "auth")
            .Select(k => k with { OnDelete = ReferentialAction.NoAction }).ToEquatableArray(),
        Policies = profiles.Policies.Select(p => p.Name.Value == "own profile" ? p with { Using = new("(auth.uid() IS NOT NULL)") } : p)
            .ToEquatableArray(),
    };

    private static SchemaModel Declared()
    {
        static ForeignKey To(string column, string schema, string table) =>
            new()
            {
                Name = new($"notes_{column}"),
                Columns = [new(column)],
                ReferencedTable = new(new(schema), new(table)),
                OnDelete = ReferentialAction.Cascade,
            };
        var notes = new Table
        {
            Name = new("notes"), PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
            Columns =
            [
                new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Guid), Default = new("extensions.uuid_generate_v4()") },
                new() { Name = new("author"), Type = ColumnType.Of(LogicalType.Guid), Default = new("auth.uid()") },
                new() { Name = new("picture"), Type = ColumnType.Of(LogicalType.Guid), Nullable = true },
                new() { Name = new("title"), Type = ColumnType.Of("extensions.citext") },
            ],
            ForeignKeys = [To("author", "auth", "users"), To("picture", "storage", "objects")],
            Policies = [new() { Name = new("own"), Using = new("author = auth.uid()"), Check = new("author = (select auth.uid())") }],
            Options = [new(PostgreSqlOptions.RowSecurity)],
        };
        return new() { Providers = [ProviderNames.PostgreSql], Objects = [notes] };
    }
}
