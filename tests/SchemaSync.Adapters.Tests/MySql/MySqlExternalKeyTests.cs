using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>Foreign keys to tables of others, in databases that nobody manages.</summary>
public sealed class MySqlExternalKeyTests
{
    private const string Customers =
        "CREATE TABLE customers (id int PRIMARY KEY, mail varchar(200) CHARACTER SET latin1 UNIQUE, name varchar(20), n int GENERATED "
            + "ALWAYS AS (1) VIRTUAL UNIQUE)";

    private static readonly SchemaSyncEngine Engine = MySqlServers.Engine;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task They_are_read_compared_made_changed_and_taken_back(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var made = TestServer.Of(server).CreateDatabase().Run($"""
            CREATE TABLE posts (id int PRIMARY KEY, author int NOT NULL, mail varchar(200) CHARACTER SET latin1,
                CONSTRAINT a FOREIGN KEY (author) REFERENCES {billing.Name}.customers (id) ON DELETE CASCADE,
              CONSTRAINT m FOREIGN KEY (mail) REFERENCES {billing.Name}.customers (mail) ON UPDATE SET NULL);
            CREATE TABLE customers (id int PRIMARY KEY);
                CREATE TABLE more (id int, CONSTRAINT o FOREIGN KEY (id) REFERENCES customers (id));
            """);
        billing.Run($"CREATE TABLE not_ours (id int, FOREIGN KEY (id) REFERENCES {made.Name}.posts (id))");
        var target = await Engine.SnapshotAsync(made.Tenant, Token);
        Assert.Empty(target.Unsupported);
        Assert.Equal([$"customers(id)", $"{billing.Name}.customers(id)", $"{billing.Name}.customers(mail)"],
            target.Tables.SelectMany(t => t.ForeignKeys).Select(k => $"{k.ReferencedTable}({k.ReferencedColumns[0]})"));
        Assert.True((await Engine.ValidateAsync(made.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        target = SnapshotFile.Read(SnapshotFile.Write(target), "a.json");

        using var live = TestServer.Of(server).CreateDatabase();
        Assert.Equal(Outcome.Done, await SyncAsync(live, target));
        Assert.Equal(Outcome.NothingToDo, await SyncAsync(live, target));
        live.Run("ALTER TABLE posts DROP FOREIGN KEY m, DROP FOREIGN KEY a; ALTER TABLE posts ADD CONSTRAINT a FOREIGN KEY (author) "
            + $"REFERENCES {billing.Name}.customers (id)");
        var drift = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token);
        Assert.Equal(["foreign key posts.a", "foreign key posts.m"],
            drift.Diff.Changes.Select(c => c.Id.ToString()).Order(StringComparer.Ordinal));

        Assert.Equal(Outcome.Done, await SyncAsync(live, target));
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token)).Outcome);
        Assert.Equal("a",
            live.Query("SELECT CONSTRAINT_NAME FROM information_schema.REFERENTIAL_CONSTRAINTS "
                + "WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME = 'posts'"));
        Assert.Equal("id,mail,name,n",
            billing.Query(
                "SELECT GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
                    + "DATABASE() AND TABLE_NAME = 'customers'"));
        billing.Run("DROP TABLE not_ours");
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Without_columns_it_is_the_primary_key(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var database = TestServer.Of(server).CreateDatabase();
        var model = SchemaTarget.Of(Posts(database, billing.Name, "customers", ""));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(database.Tenant, model, execute: true, MySqlServers.Ours, Token)).Outcome);
        Assert.Equal($"{billing.Name}|customers|id",
            database.Query(
                "SELECT REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME FROM "
                    + "information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL"));
        Assert.True((await Engine.ValidateAsync(database.Tenant, model, Token)).IsEqual);
        // Spelled otherwise, it is the same column.
        var spelled = SchemaTarget.Of(Posts(database, billing.Name, "customers", "ID"));
        Assert.True((await Engine.ValidateAsync(database.Tenant, spelled, Token)).IsEqual);
    }

    [Theory]
    [InlineData("customer", "", "the database {0} has no such table, or none that the account may see")]
    [InlineData("customers", "uid", "it has no column uid")]
    [InlineData("customers", "name", "it has no index that begins with name")]
    [InlineData("log", "", "it has no primary key")]
    [InlineData("seen", "id", "the database {0} has no such table, or none that the account may see")]
    [InlineData("old", "id", "its engine is MyISAM, to which no foreign key leads")]
    [InlineData("parts", "id", "it has partitions, and no foreign key leads to such a table")]
    [InlineData("customers", "n", "n is computed where it is read, and no foreign key leads to such a column")]
    public async Task What_is_not_there_is_said_before_anything_is_changed(string table, string column, string reason)
    {
        foreach (var server in MySqlServers.All.Select(s => s.Data))
        {
            using var billing = TestServer.Of(server).CreateDatabase()
                .Run(Customers
                    + "; CREATE TABLE log (id int); CREATE VIEW seen AS SELECT id FROM customers; CREATE TABLE old (id int PRIMARY "
                    + "KEY) ENGINE=MyISAM; CREATE TABLE parts (id int PRIMARY KEY) PARTITION BY HASH (id)");
            using var database = TestServer.Of(server).CreateDatabase();
            await MissingAsync(database, Posts(database, billing.Name, table, column),
                string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, billing.Name));
        }
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task The_own_database_and_one_that_is_not_there_are_none_of_others(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase().Run(Customers);
        await MissingAsync(database, Posts(database, "t_gone", "customers", "id"),
            "there is no database t_gone, or none that the account may see");
        await MissingAsync(database, Posts(database, database.Name, "customers", "id"),
            $"{database.Name} is the tenant's own database, whose objects are named without it");
        // A snapshot of one tenant must not lead another one's rows to themselves under a name of others.
        using var first = TestServer.Of(server).CreateDatabase()
            .Run($"CREATE TABLE t (id int, FOREIGN KEY (id) REFERENCES {database.Name}.customers (id))");
        var read = await Engine.SnapshotAsync(first.Tenant, Token);
        foreach (var proves in (bool[])[true, false])
        {
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(database.Tenant, SchemaTarget.Of(read), new(Prove: proves), Token));
            Assert.Contains("is the tenant's own database", Assert.Single(failure.Diagnostics).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task What_went_since_the_plan_was_made_is_said_before_anything_is_changed(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var database = TestServer.Of(server).CreateDatabase();
        var plan = await Engine.PlanAsync(database.Tenant,
            SchemaTarget.Of(Posts(database, billing.Name, "customers", "mail")), new(), Token);
        billing.Run("ALTER TABLE customers DROP COLUMN mail");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ApplyAsync(database.Tenant, plan, MySqlServers.Ours, Token));
        Assert.Equal("SSY0218", Assert.Single(failure.Diagnostics).Entry.Code);
        Assert.Equal("",
            database.Query("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'posts'"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Rights_that_are_missing_are_said_one_by_one(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var database = TestServer.Of(server).CreateDatabase();
        using var account = new MySqlAccount(database, "ALL");
        account.Grant("ALL ON `\\_\\_schemasync\\_scratch\\_%`.*");
        var target = SchemaTarget.Of(Posts(database, billing.Name, "customers", ""));
        // A right on a column alone lets nobody refer to it.
        account.Grant($"REFERENCES (id) ON {billing.Name}.customers");
        await Refused($"REFERENCES ON `{billing.Name}`.`customers`");
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        database.Run("ALTER TABLE posts DROP FOREIGN KEY posts_author");
        await Refused($"SELECT ON `{billing.Name}`.`customers`");
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);

        async Task Refused(string grant)
        {
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token));
            Assert.Equal("SSY0219", Assert.Single(failure.Diagnostics).Entry.Code);
            Assert.Contains($"(GRANT {grant} TO the account)", failure.Message, StringComparison.Ordinal);
            account.Grant(grant);
        }
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Whoever_uses_the_table_of_others_does_not_wait_for_a_plan(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var database = TestServer.Of(server).CreateDatabase().Run("CREATE TABLE posts (id int PRIMARY KEY, author int)");
        await using var user = new MySqlConnection(billing.ConnectionString);
        await user.OpenAsync(Token);
        // Held to the end: a plan that locked the table would wait for it, and the next writer for the plan.
        await using var command = new MySqlCommand("START TRANSACTION; INSERT INTO customers (id) VALUES (1)", user);
        await command.ExecuteNonQueryAsync(Token);
        var plan = await Engine.PlanAsync(database.Tenant, SchemaTarget.Of(Posts(database, billing.Name, "customers", "")), new(), Token);
        Assert.True(plan.Proved);
        command.CommandText = "COMMIT";
        await command.ExecuteNonQueryAsync(Token);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Rows_that_do_not_fit_are_named_before_the_first_statement(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var database = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE posts (id int PRIMARY KEY, author int); INSERT INTO posts VALUES (1, 4711)");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(database.Tenant, SchemaTarget.Of(Posts(database, billing.Name, "customers", "")),
                execute: true, MySqlServers.Ours, Token));
        Assert.Equal("SSY0503", failure.Diagnostics[0].Entry.Code);
        Assert.Contains("4711", failure.Message, StringComparison.Ordinal);
        Assert.Equal("",
            database.Query("SELECT CONSTRAINT_NAME FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_type_that_does_not_fit_is_told_with_the_real_name(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var database = TestServer.Of(server).CreateDatabase();
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(database.Tenant, SchemaTarget.Of(Posts(database, billing.Name, "customers", "mail", LogicalType.Int32)),
                new(), Token));
        Assert.Equal("SSY0207", Assert.Single(failure.Diagnostics).Entry.Code);
        Assert.DoesNotContain("standin", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task A_script_does_what_a_run_does(string server)
    {
        using var billing = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var other = TestServer.Of(server).CreateDatabase().Run(Customers);
        using var live = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE posts (id int PRIMARY KEY, author int, CONSTRAINT o FOREIGN KEY (author) REFERENCES "
                + $"{billing.Name}.customers (id))");
        var target = SchemaTarget.Of(Posts(live, billing.Name, "customers", ""));
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token);
        (await MySqlShellProgram.RunAsync(live, script + script)).SucceededOnce();
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        // A start that is another one than the script was written for is found, although only the database differs that the key leads to.
        live.Run("ALTER TABLE posts DROP FOREIGN KEY posts_author; ALTER TABLE posts ADD CONSTRAINT o FOREIGN KEY (author) REFERENCES "
            + $"{other.Name}.customers (id)");
        (await MySqlShellProgram.RunAsync(live, script)).StoppedWith("posts");
    }

    private static async Task MissingAsync(TestDatabase database, SchemaModel model, string reason)
    {
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(database.Tenant, SchemaTarget.Of(model), new(), Token));
        var found = Assert.Single(failure.Diagnostics);
        Assert.Equal("SSY0218", found.Entry.Code);
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
        Assert.Equal("foreign key posts.posts_author", found.Subject.ToString());
    }

    private static SchemaModel Posts(TestDatabase database, string schema, string table, string column, LogicalType? type = null) => new()
    {
        Providers = [database.Server.Provider],
        Objects =
        [
            new Table
            {
                Name = new("posts"), PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
                Columns =
                [
                    new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int32) },
                    new()
                    {
                        Name = new("author"),
                        Nullable = true,
                        Type = type is null && column == "mail" ? ColumnType.Of("varchar(200)") : ColumnType.Of(type ?? LogicalType.Int32),
                        CharSet = type is null && column == "mail" ? "latin1" : null,
                        Collation = type is null && column == "mail" ? "latin1_swedish_ci" : null,
                    },
                ],
                ForeignKeys =
                    [new()
                    {
                        Name = new("posts_author"),
                        Columns = [new("author")],
                        ReferencedTable = new(new(schema), new(table)),
                        ReferencedColumns = column.Length == 0 ? [] : [new(column)],
                    }],
            },
        ],
    };

    private static async Task<Outcome> SyncAsync(TestDatabase database, Snapshot target) =>
        (await Engine.SyncTenantAsync(database.Tenant, SchemaTarget.Of(target), execute: true, MySqlServers.Ours, Token)).Outcome;
}
