namespace SchemaSync.Adapters.Tests;

/// <summary>Foreign keys to tables of others, in schemas that nobody manages.</summary>
public sealed class ExternalKeyTests
{
    private const string Auth = "CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY, mail varchar(200) UNIQUE, name text);";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task They_are_read_compared_made_changed_and_taken_back(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(Auth + """
            CREATE TABLE posts (id int PRIMARY KEY, author uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
                mail varchar(200) REFERENCES auth.users (mail) ON UPDATE SET NULL);
            CREATE TABLE auth.not_ours (id int REFERENCES posts);
            """);
        var target = await Engine.SnapshotAsync(made.Tenant, Token);
        Assert.Empty(target.Unsupported);
        Assert.Equal(["auth.users(id)", "auth.users(mail)"],
            target.Tables.Single().ForeignKeys.Select(k => $"{k.ReferencedTable}({k.ReferencedColumns[0]})"));
        Assert.True((await Engine.ValidateAsync(made.Tenant, SchemaTarget.Of(target), Token)).IsEqual);

        using var live = TestServer.Of(server).CreateDatabase().Run(Auth);
        Assert.Equal(Outcome.Done, await SyncAsync(live, target));
        Assert.Equal(Outcome.NothingToDo, await SyncAsync(live, target));
        live.Run("ALTER TABLE posts DROP CONSTRAINT posts_mail_fkey, DROP CONSTRAINT "
            + "posts_author_fkey, ADD FOREIGN KEY (author) REFERENCES auth.users");
        var drift = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token);
        Assert.Equal(["foreign key posts.posts_author_fkey", "foreign key posts.posts_mail_fkey"],
            drift.Diff.Changes.Select(c => c.Id.ToString()).Order(StringComparer.Ordinal));

        Assert.Equal(Outcome.Done, await SyncAsync(live, target));
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token)).Outcome);
        Assert.Equal("FOREIGN KEY (author) REFERENCES auth.users(id)",
            live.Query("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'"));
        Assert.Equal("id,mail,name",
            live.Query("SELECT string_agg(column_name, ',' ORDER BY ordinal_position) "
                + "FROM information_schema.columns WHERE table_schema = 'auth'"));
    }

    [Theory]
    [InlineData("auht.users", "", "SSY0218", "there is no schema auht")]
    [InlineData("auth.user", "", "SSY0218", "the schema auth has no such table")]
    [InlineData("auth.users", "uid", "SSY0218", "it has no column uid")]
    [InlineData("auth.users", "name", "SSY0218", "it has no primary key or unique index of name alone")]
    [InlineData("auth.log", "", "SSY0218", "it has no primary key")]
    [InlineData("public.users", "id", "SSY0218", "public is the tenant's own schema, whose objects are named without it")]
    public async Task What_is_not_there_is_said_before_anything_is_changed(string table, string column, string code, string reason)
    {
        using var database = TestServer.PostgreSql15.CreateDatabase()
            .Run(Auth + "CREATE TABLE auth.log (id int); CREATE TABLE users (id uuid PRIMARY KEY)");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(database.Tenant, SchemaTarget.Of(Posts(table, column)), new(), Token));
        var found = Assert.Single(failure.Diagnostics);
        Assert.Equal(code, found.Entry.Code);
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
        Assert.Equal("foreign key posts.posts_author", found.Subject.ToString());
    }

    [Fact]
    public async Task What_went_since_the_plan_was_made_is_said_before_anything_is_changed()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run(Auth);
        var plan = await Engine.PlanAsync(database.Tenant, SchemaTarget.Of(Posts("auth.users", "mail")), new(), Token);
        database.Run("ALTER TABLE auth.users DROP COLUMN mail");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ApplyAsync(database.Tenant, plan, MySqlServers.Ours, Token));
        Assert.Equal("SSY0218", Assert.Single(failure.Diagnostics).Entry.Code);
        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_class WHERE relname = 'posts'"));
    }

    [Fact]
    public async Task Rights_that_are_missing_are_said_one_by_one()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run(Auth);
        var role = $"r_{Guid.NewGuid():n}";
        database.Run(
            $"CREATE ROLE {role} LOGIN PASSWORD 'p'; GRANT CREATE ON DATABASE {database.Name} TO {role}; GRANT ALL ON SCHEMA public TO "
                + $"{role}; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        try
        {
            var account = database.Tenant with
            {
                ConnectionString = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Username = role,
                    Password = "p",
                    Pooling = false,
                }.ConnectionString,
            };
            await Refused($"GRANT USAGE ON SCHEMA \"auth\" TO \"{role}\"");
            await Refused($"GRANT REFERENCES (\"id\") ON \"auth\".\"users\" TO \"{role}\"");
            Assert.Equal(Outcome.Done,
                (await Engine.SyncTenantAsync(account, SchemaTarget.Of(Posts("auth.users", "")),
                    execute: true, MySqlServers.Ours, Token)).Outcome);
            database.Run("ALTER TABLE posts DROP CONSTRAINT posts_author");
            await Refused($"GRANT SELECT (\"id\") ON \"auth\".\"users\" TO \"{role}\"");
            Assert.Equal(Outcome.Done,
                (await Engine.SyncTenantAsync(account, SchemaTarget.Of(Posts("auth.users", "")),
                    execute: true, MySqlServers.Ours, Token)).Outcome);

            async Task Refused(string grant)
            {
                var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                    Engine.SyncTenantAsync(account, SchemaTarget.Of(Posts("auth.users", "")), execute: true, MySqlServers.Ours, Token));
                Assert.Equal("SSY0219", Assert.Single(failure.Diagnostics).Entry.Code);
                Assert.Contains($"({grant})", failure.Message, StringComparison.Ordinal);
                database.Run(grant);
            }
        }
        finally
        {
            database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task Whoever_writes_to_the_table_of_others_does_not_wait_for_a_plan()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run(Auth + "CREATE TABLE posts (id int PRIMARY KEY, author uuid)");
        await using var user = new Npgsql.NpgsqlConnection(database.ConnectionString);
        await user.OpenAsync(Token);
        // Held to the end: a plan that locked the table would wait for it, and the next writer for the plan.
        await using var command = new Npgsql.NpgsqlCommand("BEGIN; LOCK TABLE auth.users IN ACCESS EXCLUSIVE MODE", user);
        await command.ExecuteNonQueryAsync(Token);
        var plan = await Engine.PlanAsync(database.Tenant, SchemaTarget.Of(Posts("auth.users", "")), new(), Token);
        Assert.True(plan.Proved);
        command.CommandText = "COMMIT";
        await command.ExecuteNonQueryAsync(Token);
    }

    [Fact]
    public async Task Rows_that_do_not_fit_are_named_before_the_first_statement()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase()
            .Run(Auth + "CREATE TABLE posts (id int PRIMARY KEY, author uuid); INSERT INTO posts VALUES (1, "
                + "'00000000-0000-0000-0000-000000000001')");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(database.Tenant, SchemaTarget.Of(Posts("auth.users", "")), execute: true, MySqlServers.Ours, Token));
        Assert.Equal("SSY0503", failure.Diagnostics[0].Entry.Code);
        Assert.Contains("00000000-0000-0000-0000-000000000001", failure.Message, StringComparison.Ordinal);
        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"));
    }

    private static SchemaModel Posts(string table, string column)
    {
        var dot = table.IndexOf('.', StringComparison.Ordinal);
        var type = column is "mail" or "name" ? LogicalType.String : LogicalType.Guid;
        return new()
        {
            Providers = [ProviderNames.PostgreSql],
            Objects =
            [
                new Table
                {
                    Name = new("posts"), PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
                    Columns = [new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int32) },
                        new() { Name = new("author"), Nullable = true, Type = ColumnType.Of(type) }],
                    ForeignKeys =
                        [new()
                        {
                            Name = new("posts_author"),
                            Columns = [new("author")],
                            ReferencedTable = new(new(table[..dot]), new(table[(dot + 1)..])),
                            ReferencedColumns = column.Length == 0 ? [] : [new(column)],
                        }],
                },
            ],
        };
    }

    private static async Task<Outcome> SyncAsync(TestDatabase database, Snapshot target) =>
        (await Engine.SyncTenantAsync(database.Tenant, SchemaTarget.Of(target), execute: true, MySqlServers.Ours, Token)).Outcome;
}
