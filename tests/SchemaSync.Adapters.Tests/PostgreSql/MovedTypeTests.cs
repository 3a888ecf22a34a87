namespace SchemaSync.Adapters.Tests;

/// <summary>Types and sequences that move from one shared schema into another, or get another name there, while columns use them.</summary>
public sealed class MovedTypeTests
{
    private const string Before = """
        CREATE SCHEMA old; CREATE SCHEMA sales;
        CREATE TYPE old.mood AS ENUM ('a', 'b'); CREATE DOMAIN old.small AS int CONSTRAINT few CHECK (VALUE < 9);
            CREATE TYPE old.pair AS (m old.mood, n old.small); CREATE SEQUENCE old.numbers;
        CREATE TABLE sales.t (id int PRIMARY KEY DEFAULT nextval('old.numbers'), m old.mood NOT NULL DEFAULT 'a', ms old.mood[],
            s old.small, p old.pair, CONSTRAINT not_b CHECK (m <> 'b'));
        CREATE INDEX t_m ON sales.t (m) WHERE m = 'a';
        CREATE VIEW sales.v AS SELECT id FROM sales.t WHERE m = 'a';
        CREATE FUNCTION sales.f(m old.mood, many old.mood[]) RETURNS old.small LANGUAGE sql AS 'SELECT 1';
        """;

    private const string Moves = """
        ALTER TYPE old.mood SET SCHEMA sales; ALTER TYPE sales.mood RENAME TO feeling; ALTER DOMAIN old.small SET SCHEMA sales;
            ALTER TYPE old.pair SET SCHEMA sales;
        ALTER SEQUENCE old.numbers SET SCHEMA sales;
        """;

    private const string Content = "INSERT INTO sales.t (ms, s, p) VALUES (ARRAY['b']::old.mood[], 3, ROW('b', 4))";

    private static readonly Intent[] Declared =
    [
        Moved(ObjectKind.EnumType, "sales.feeling", "old.mood"), Moved(ObjectKind.Domain, "sales.small", "old.small"),
        Moved(ObjectKind.CompositeType, "sales.pair", "old.pair"), Moved(ObjectKind.Sequence, "sales.numbers", "old.numbers"),
    ];

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_uses_them_follows_with_its_rows_and_follows_back(string server)
    {
        using var live = await MadeAsync(server);
        var before = Look(live);
        using var after = TestServer.Of(server).CreateDatabase().Run(Before).Run(Moves);
        var target = await TargetAsync(after, Declared);
        var plan = (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Plan!;
        Assert.All(plan.Changes, c => Assert.IsType<Change.Rename>(c));
        Assert.Equal(Look(after), Look(live));
        Assert.Equal("1|a|{b}|3|(b,4)", live.Query("SELECT id, m::text, ms::text, s::int, p::text FROM sales.t"));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Outcome);

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), new(), Token);
        Assert.Equal(before, Look(live));
        Assert.Equal("2", live.Query("INSERT INTO sales.t DEFAULT VALUES RETURNING id"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_value_is_added_to_one_that_moves(string server)
    {
        using var live = await MadeAsync(server);
        using var after = TestServer.Of(server).CreateDatabase().Run(Before).Run(Moves).Run("ALTER TYPE sales.feeling ADD VALUE 'c'")
            .Run("ALTER TABLE sales.t ALTER m SET DEFAULT 'c'");
        var target = await TargetAsync(after, Declared);
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal("2|c", live.Query("INSERT INTO sales.t DEFAULT VALUES RETURNING id, m::text"));
    }

    [Fact]
    public async Task Names_in_a_chain_are_reached_one_after_the_other()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        using var made = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TYPE old.a AS ENUM ('1'); CREATE TYPE sales.a AS ENUM ('2'); CREATE "
                + "TYPE sales.b AS ENUM ('3'); CREATE TABLE sales.t (x old.a, y sales.a, z sales.b)");
        await Engine.SyncTenantAsync(live.Tenant, await TargetAsync(made), execute: true, MySqlServers.Ours, Token);
        live.Run("INSERT INTO sales.t VALUES ('1', '2', '3')");
        using var after = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TYPE sales.a AS ENUM ('1'); CREATE TYPE sales.b AS ENUM ('2'); CREATE "
                + "TYPE sales.c AS ENUM ('3'); CREATE TABLE sales.t (x sales.a, y sales.b, z sales.c)");
        var target = await TargetAsync(after, Moved(ObjectKind.EnumType, "sales.a", "old.a"),
            Moved(ObjectKind.EnumType, "sales.b", "sales.a"), Moved(ObjectKind.EnumType, "sales.c", "sales.b"));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), new(), Token);
        Assert.Equal("old.a|sales.a|sales.b", live.Query("SELECT pg_typeof(x)::text, pg_typeof(y)::text, pg_typeof(z)::text FROM sales.t"));
    }

    private static Intent Moved(ObjectKind kind, string to, string from)
    {
        var (after, before) = (QualifiedName.Parse(to), QualifiedName.Parse(from));
        return new(IntentKind.RenamedFrom, ObjectId.Top(kind, after),
            before.Name) { FormerSchema = before.Schema == after.Schema ? default : before.Schema };
    }

    private static async Task<SchemaTarget> TargetAsync(TestDatabase after, params Intent[] intents)
    {
        var read = await Engine.SnapshotAsync(after.Tenant with { Schemas = ["*"] }, Token);
        return SchemaTarget.Of(new Snapshot { Form = read.Form, Objects = read.Objects, Intents = [.. intents] });
    }

    private static async Task<TestDatabase> MadeAsync(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(Before);
        var live = TestServer.Of(server).CreateDatabase();
        await Engine.SyncTenantAsync(live.Tenant, await TargetAsync(made), execute: true, MySqlServers.Ours, Token);
        return live.Run(Content);
    }

    private static string Look(TestDatabase live) => live.Query("""
        SELECT oid::regtype || ' ' || typtype::text FROM pg_type WHERE typnamespace::regnamespace::text IN ('old', 'sales')
        UNION ALL SELECT attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute JOIN pg_class c
            ON c.oid = attrelid WHERE relnamespace::regnamespace::text IN ('old', 'sales') AND attnum > 0
        UNION ALL SELECT adrelid::regclass || pg_get_expr(adbin, adrelid) FROM pg_attrdef
        UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace::regnamespace::text IN ('old', 'sales') AND contype <> 'n'
        UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid
            WHERE relnamespace::regnamespace::text IN ('old', 'sales')
        UNION ALL SELECT pg_get_viewdef('sales.v'::regclass) UNION ALL SELECT oid::regprocedure || ' ' || prorettype::regtype FROM pg_proc
            WHERE pronamespace::regnamespace::text = 'sales'
        ORDER BY 1
        """);
}
